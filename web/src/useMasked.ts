import { useQuery } from '@tanstack/react-query';
import { api, worthWaitingFor } from './api/client';

/** What a masked copy still shows; `null` while it is being looked at. */
export function useMasked(job: string | undefined) {
  return useQuery({
    queryKey: ['masked', job],
    queryFn: () => api.maskedEvaluation(job ?? ''),
    enabled: job !== undefined,
    refetchInterval: (query) => (query.state.data === null ? 1000 : false),
    staleTime: 60_000,
    retryDelay: 1000,
    retry: worthWaitingFor,
  });
}
