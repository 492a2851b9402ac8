import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, worthWaitingFor } from '../api/client';
import type { ColumnProfile, Dataset, Profile } from '../api/types';
import { count, counted } from '../format';
import { isReadAnew } from '../reading';
import { matching, riskFirst } from '../review';
import { ColumnCard, ColumnCardSkeleton } from './ColumnCard';
import { ColumnEditor } from './ColumnEditor';
import { Nothing, ProblemNotice } from './Notices';

/** Cards that a page shows at once; a table may have thousands of columns. */
const CARDS = 60;

export type Order = 'risk' | 'file';

/**
 * The profile of a dataset, asked for until it is made. While columns are looked at again because
 * of what somebody said, what was known stays; not so where the file is read otherwise.
 */
export function useProfile(dataset: Dataset | undefined) {
  const id = dataset?.dataset_id ?? '';
  const readAnew = isReadAnew(dataset);
  const { data, isError, error, refetch } = useQuery({
    queryKey: ['profile', id],
    queryFn: () => api.profile(id),
    refetchInterval: (query) => (query.state.data === null ? 1000 : false),
    staleTime: 60_000,
    enabled: dataset !== undefined && !readAnew,
    retry: worthWaitingFor,
    retryDelay: 1000,
  });
  const [known, setKnown] = useState<Profile | null>(null);
  const next = readAnew ? null : (data ?? known);
  if (next !== known) {
    setKnown(next);
  }
  return { profile: next, again: next !== null && !data, isError, error, refetch };
}

function Waiting({ dataset }: { dataset: Dataset | undefined }) {
  const places = Math.min(dataset?.columns.length ?? 4, CARDS);
  return (
    <>
      <p className="unseen" role="status">
        Looking at the columns…
      </p>
      <ul className="cards">
        {Array.from({ length: places }, (_, i) => (
          <ColumnCardSkeleton key={i} name={dataset?.columns[i]?.name} />
        ))}
      </ul>
    </>
  );
}

function Toolbar({
  total,
  matching,
  typed,
  order,
  again,
  onType,
  onOrder,
}: {
  total: number;
  matching: number;
  typed: string;
  order: Order;
  again: boolean;
  onType: (typed: string) => void;
  onOrder: (order: Order) => void;
}) {
  return (
    <div className="toolbar">
      <SegmentedControl
        size="sm"
        value={order}
        onChange={(next) => onOrder(next as Order)}
        aria-label="Order of the columns"
        data={[
          { value: 'file', label: 'As in the file' },
          { value: 'risk', label: 'At risk first' },
        ]}
      />
      <TextInput
        type="search"
        aria-label="Find columns"
        placeholder="Find columns"
        value={typed}
        onChange={(event) => onType(event.currentTarget.value)}
      />
      <span className="small quiet" role="status">
        {again
          ? 'Looking at the columns again…'
          : typed.trim() === ''
            ? ''
            : `${count(matching)} of ${counted(total, 'column')}`}
      </span>
    </div>
  );
}

function Cards({
  id,
  profile,
  again,
  order,
  onOrder,
}: {
  id: string;
  profile: Profile;
  again: boolean;
  order: Order;
  onOrder: (order: Order) => void;
}) {
  const [all, setAll] = useState(false);
  const [typed, setTyped] = useState('');
  const [edited, setEdited] = useState<ColumnProfile | null>(null);
  const wanted = matching(profile.columns, typed);
  const sorted = order === 'risk' ? riskFirst(wanted) : wanted;
  const shown = all ? sorted : sorted.slice(0, CARDS);
  return (
    <>
      <Toolbar
        total={profile.columns.length}
        matching={wanted.length}
        typed={typed}
        order={order}
        again={again}
        onType={setTyped}
        onOrder={onOrder}
      />
      {sorted.length === 0 ? (
        <Nothing title="No column is called so" />
      ) : (
        <ul className="cards" data-testid="cards">
          {shown.map((column) => (
            <ColumnCard
              key={column.position}
              column={column}
              rows={profile.rows}
              onEdit={() => setEdited(column)}
            />
          ))}
        </ul>
      )}
      {shown.length < sorted.length && (
        <Button variant="default" mt="md" onClick={() => setAll(true)}>
          Show all {count(sorted.length)} columns
        </Button>
      )}
      <ColumnEditor
        dataset={id}
        column={edited}
        version={profile.profile_version}
        onClose={() => setEdited(null)}
      />
    </>
  );
}

/** One card for each column: what it holds, what it says about people, what happens to it. */
export function Columns({
  id,
  dataset,
  found,
  order,
  onOrder,
}: {
  id: string;
  dataset: Dataset | undefined;
  found: ReturnType<typeof useProfile>;
  order: Order;
  onOrder: (order: Order) => void;
}) {
  if (found.isError) {
    return <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />;
  }
  return found.profile ? (
    <Cards
      id={id}
      profile={found.profile}
      again={found.again}
      order={order}
      onOrder={onOrder}
    />
  ) : (
    <Waiting dataset={dataset} />
  );
}
