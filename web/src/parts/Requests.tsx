import { Button, Skeleton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client';
import type { Reveal } from '../api/types';
import { ago, counted } from '../format';
import { Nothing, ProblemNotice } from './Notices';

const STATES: Record<Reveal['state'], { label: string; tone?: 'good' | 'warn' }> = {
  AWAITING_SECOND_PERSON: { label: 'Awaits a second person', tone: 'warn' },
  READY: { label: 'Ready' },
  STREAMED: { label: 'Downloaded', tone: 'good' },
  EXPIRED: { label: 'Ended' },
};

function RequestLine({ request, mine }: { request: Reveal; mine: boolean }) {
  const queries = useQueryClient();
  const approve = useMutation({
    mutationFn: () => api.approve(request.reveal_id),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['reveals'] });
      void queries.invalidateQueries({ queryKey: ['audit'] });
    },
  });
  const { label, tone } = STATES[request.state];
  return (
    <li>
      <div className="split">
        <span className="request">
          <span className="tag" data-tone={tone}>
            {label}
          </span>{' '}
          <span dir="auto">{request.purpose}</span>
          <span className="small quiet request-facts">
            {request.requested_by}, {ago(request.requested_at)},{' '}
            {counted(request.columns.length, 'column')}
            {request.approved_by ? `, agreed by ${request.approved_by}` : ''}
            {request.state === 'AWAITING_SECOND_PERSON' ? `, ${request.reveal_id}` : ''}
          </span>
        </span>
        {request.state === 'AWAITING_SECOND_PERSON' && !mine && (
          <Button
            size="compact-sm"
            variant="default"
            loading={approve.isPending}
            onClick={() => approve.mutate()}
          >
            Agree
          </Button>
        )}
      </div>
      {approve.isError && <ProblemNotice error={approve.error} />}
    </li>
  );
}

/** What was asked for so far; another privacy officer can agree to what waits for it. */
export function Requests() {
  const requests = useQuery({ queryKey: ['reveals'], queryFn: api.reveals });
  const me = useQuery({ queryKey: ['me'], queryFn: api.me });
  if (requests.isPending || me.isPending) {
    return <Skeleton height="5rem" />;
  }
  if (requests.isError) {
    return <ProblemNotice error={requests.error} onRetry={() => void requests.refetch()} />;
  }
  if (requests.data.items.length === 0) {
    return <Nothing title="Nobody has asked yet" />;
  }
  return (
    <ul className="sheet plain-list" data-testid="requests">
      {requests.data.items.map((request) => (
        <RequestLine key={request.reveal_id} request={request} mine={request.requested_by === me.data?.name} />
      ))}
    </ul>
  );
}
