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

function Wish({ wish, mine }: { wish: Reveal; mine: boolean }) {
  const queries = useQueryClient();
  const approve = useMutation({
    mutationFn: () => api.approve(wish.reveal_id),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['reveals'] });
      void queries.invalidateQueries({ queryKey: ['audit'] });
    },
  });
  const { label, tone } = STATES[wish.state];
  return (
    <li>
      <div className="split">
        <span className="wish">
          <span className="tag" data-tone={tone}>
            {label}
          </span>{' '}
          <span dir="auto">{wish.purpose}</span>
          <span className="small quiet wish-facts">
            {wish.requested_by}, {ago(wish.requested_at)},{' '}
            {counted(wish.columns.length, 'column')}
            {wish.approved_by ? `, agreed by ${wish.approved_by}` : ''}
            {wish.state === 'AWAITING_SECOND_PERSON' ? `, ${wish.reveal_id}` : ''}
          </span>
        </span>
        {wish.state === 'AWAITING_SECOND_PERSON' && !mine && (
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
export function Wishes() {
  const wishes = useQuery({ queryKey: ['reveals'], queryFn: api.reveals });
  const me = useQuery({ queryKey: ['me'], queryFn: api.me });
  if (wishes.isPending || me.isPending) {
    return <Skeleton height="5rem" />;
  }
  if (wishes.isError) {
    return <ProblemNotice error={wishes.error} onRetry={() => void wishes.refetch()} />;
  }
  if (wishes.data.items.length === 0) {
    return <Nothing title="Nobody has asked yet" />;
  }
  return (
    <ul className="sheet plain-list" data-testid="wishes">
      {wishes.data.items.map((wish) => (
        <Wish key={wish.reveal_id} wish={wish} mine={wish.requested_by === me.data?.name} />
      ))}
    </ul>
  );
}
