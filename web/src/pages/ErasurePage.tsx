import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, worthWaitingFor } from '../api/client';
import { ProblemNotice } from '../parts/Notices';
import { Receipt } from '../parts/Receipt';
import { useTitle } from '../parts/useTitle';
import { Link } from '../router';

/** The receipt of an erasure, asked for until every part of the server has let go. */
export function ErasurePage({ id }: { id: string }) {
  const receipt = useQuery({
    queryKey: ['erasure', id],
    queryFn: () => api.erasure(id),
    refetchInterval: (query) => (query.state.data?.completed_at ? false : 1000),
    retry: worthWaitingFor,
    retryDelay: 1000,
  });
  const done = Boolean(receipt.data?.completed_at);
  useTitle(done ? 'Erased' : 'Erasing');
  return (
    <>
      <p className="crumb">
        <Link to={{ page: 'home' }}>Your data</Link>
      </p>
      <h1>{done ? 'Erased' : 'Erasing…'}</h1>
      <p className="unseen" role="status">
        {done ? 'Everything was erased.' : 'Erasing it everywhere…'}
      </p>
      <div style={{ marginTop: '1.5rem' }}>
        {receipt.isError ? (
          <ProblemNotice error={receipt.error} onRetry={() => void receipt.refetch()} />
        ) : receipt.data ? (
          <Receipt receipt={receipt.data} />
        ) : (
          <Skeleton height="12rem" />
        )}
      </div>
    </>
  );
}
