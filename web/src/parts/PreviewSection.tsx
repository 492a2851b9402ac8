import { Button, Skeleton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client';
import type { Dataset, Reading, ReadingPatch } from '../api/types';
import { counted } from '../format';
import { isChanged, isFurther } from '../reading';
import { Nothing, ProblemNotice } from './Notices';
import { PreviewTable } from './PreviewTable';
import { Prose } from './Prose';
import { ReadingChips } from './ReadingChips';

/** Rows that the preview shows. */
const PREVIEW_ROWS = 50;
/** Quiet time after a change before the file is read again. */
const PAUSE_MS = 350;

/** The rows as they would be read with `draft`; nothing is stored. */
function useTrial(id: string, draft: ReadingPatch) {
  const [settled] = useDebouncedValue(draft, PAUSE_MS);
  return useQuery({
    queryKey: ['trial', id, settled],
    queryFn: ({ signal }) => api.previewReading(id, settled, signal),
    enabled: isChanged(settled) && isChanged(draft),
    placeholderData: (rows, query) =>
      query && isFurther(query.queryKey[2] as ReadingPatch, settled) ? rows : undefined,
    staleTime: 60_000,
    gcTime: 60_000,
  });
}

function useApply(id: string, onApplied: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (patch: ReadingPatch) => api.changeReading(id, patch),
    onSuccess: (dataset) => {
      queries.setQueryData(['dataset', id], dataset);
      for (const key of ['preview', 'profile', 'relations', 'associations', 'trial']) {
        queries.removeQueries({ queryKey: [key, id], type: 'inactive' });
        void queries.resetQueries({ queryKey: [key, id], type: 'active' });
      }
      onApplied();
    },
  });
}

function Bar({
  changes,
  applying,
  onApply,
  onDrop,
}: {
  changes: number;
  applying: boolean;
  onApply: () => void;
  onDrop: () => void;
}) {
  return (
    <div className="apply-bar" role="status">
      <span>
        {counted(changes, 'change')} to how the file is read, shown below and not applied yet.
      </span>
      <Button size="xs" loading={applying} onClick={onApply} data-testid="apply-reading">
        Apply
      </Button>
      <Button size="xs" variant="default" disabled={applying} onClick={onDrop}>
        Leave it as it was
      </Button>
    </div>
  );
}

/** The first rows, and how they were read; what is told otherwise is tried on the rows at once. */
export function PreviewSection({ id, dataset }: { id: string; dataset: Dataset | undefined }) {
  const [draft, setDraft] = useState<ReadingPatch>({});
  const stored = useQuery({
    queryKey: ['preview', id],
    queryFn: () => api.preview(id, PREVIEW_ROWS),
    staleTime: Infinity,
  });
  const trial = useTrial(id, draft);
  const apply = useApply(id, () => setDraft({}));
  const trying = isChanged(draft);
  const tried = trying ? trial.data : undefined;
  const detected: Reading | undefined = tried?.reading;
  const reading = dataset?.reading;
  const shown = tried?.preview ?? stored.data;
  const query = trying ? trial : stored;
  return (
    <section className="section">
      <div className="section-head">
        <h2>Preview</h2>
        <p>
          The first {Math.min(PREVIEW_ROWS, dataset?.rows ?? PREVIEW_ROWS)} rows, as they stand in
          the file. Press what was found wrong.
        </p>
      </div>
      {reading && (
        <ReadingChips reading={reading} detected={detected} draft={draft} onDraft={setDraft} />
      )}
      {trying && (
        <Bar
          changes={Object.keys(draft).length}
          applying={apply.isPending}
          onApply={() => apply.mutate(draft)}
          onDrop={() => setDraft({})}
        />
      )}
      {apply.isError && <ProblemNotice error={apply.error} />}
      {tried?.warnings?.map((warning) => (
        <p className="small quiet" key={warning.code}>
          <Prose text={warning.message} />
        </p>
      ))}
      {query.isError ? (
        <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
      ) : shown ? (
        <div aria-busy={trying && trial.isFetching} data-trial={trying || undefined}>
          {shown.rows.length > 0 ? (
            <PreviewTable preview={shown} />
          ) : (
            <Nothing title="The file has a header and no rows" />
          )}
        </div>
      ) : (
        <Skeleton height="21.5rem" />
      )}
    </section>
  );
}
