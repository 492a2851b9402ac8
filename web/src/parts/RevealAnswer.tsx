import { Button, CopyButton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, fetchFile } from '../api/client';
import type { Reveal } from '../api/types';
import { moment } from '../format';
import { save } from '../save';
import { ProblemNotice } from './Notices';

function Awaiting({ reveal }: { reveal: Reveal }) {
  return (
    <div className="notice" data-tone="warn" role="status" data-testid="reveal">
      <div className="notice-body">
        <p className="notice-title">A second privacy officer has to agree</p>
        <p>
          They find it under “Requests” on this page, as <code>{reveal.reveal_id}</code>. Leave this
          page open: only it has the link.
        </p>
        <div className="notice-buttons">
          <CopyButton value={reveal.reveal_id}>
            {({ copied, copy }) => (
              <Button size="xs" variant="default" onClick={copy}>
                {copied ? 'Copied' : 'Copy the number'}
              </Button>
            )}
          </CopyButton>
        </div>
      </div>
    </div>
  );
}

/** The one download; before it, where the server wants it, the word of a second person. */
export function RevealAnswer({ reveal }: { reveal: Reveal }) {
  const queries = useQueryClient();
  const now = useQuery({
    queryKey: ['reveal', reveal.reveal_id],
    queryFn: () => api.revealOf(reveal.reveal_id),
    initialData: reveal,
    staleTime: 1000,
    refetchInterval: (query) =>
      query.state.data?.state === 'AWAITING_SECOND_PERSON' ? 2000 : false,
  });
  const download = useMutation({
    mutationFn: (path: string) => fetchFile(path, 'revealed.csv'),
    onSuccess: ({ content, name }) => save(content, name),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['audit'] });
      void queries.invalidateQueries({ queryKey: ['reveals'] });
    },
  });
  if (now.data.state === 'AWAITING_SECOND_PERSON') {
    return <Awaiting reveal={reveal} />;
  }
  const path = reveal.content;
  const used = download.isSuccess || now.data.state === 'STREAMED';
  return (
    <div className="notice" data-tone="good" role="status" data-testid="reveal">
      <div className="notice-body">
        <p className="notice-title">
          {used ? 'Downloaded; the link is used up' : 'Ready to be downloaded once'}
        </p>
        {!used && <p>The link ends at {moment(now.data.expires_at)}.</p>}
        {path && !used && (
          <div className="notice-buttons">
            <Button size="xs" loading={download.isPending} onClick={() => download.mutate(path)}>
              Download once
            </Button>
          </div>
        )}
        {download.isError && <ProblemNotice error={download.error} />}
      </div>
    </div>
  );
}
