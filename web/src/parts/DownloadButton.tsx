import { Button, type ButtonProps } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { fetchFile } from '../api/client';
import { save } from '../save';
import { useAccess } from './KeyForm';
import { ProblemNotice } from './Notices';

/**
 * Downloads a file of the server: by a plain link, which the browser can stream and resume; where
 * this tab has a key, which no link can carry, by a request of the page.
 */
export function DownloadButton({
  href,
  name,
  children,
  ...rest
}: ButtonProps & { href: string; name: string }) {
  const { key } = useAccess();
  const download = useMutation({
    mutationFn: () => fetchFile(href, name),
    onSuccess: (file) => save(file.content, file.name),
  });
  if (key === null) {
    return (
      <Button component="a" href={href} download data-testid="download" {...rest}>
        {children}
      </Button>
    );
  }
  return (
    <>
      <Button
        loading={download.isPending}
        onClick={() => download.mutate()}
        data-testid="download"
        {...rest}
      >
        {children}
      </Button>
      {download.isError && <ProblemNotice error={download.error} />}
    </>
  );
}
