import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client';
import type { AuditEntry } from '../api/types';
import { counted, moment, words } from '../format';
import { Nothing, ProblemNotice } from './Notices';

/** Entries that are shown at first, and with each press more. */
const PAGE = 20;
/** Entries that the server gives at once. */
const MOST = 1000;

/** The newest entries: the server tells them from old to new, and where the log ends. */
async function newest(shown: number): Promise<{ entries: AuditEntry[]; end: number }> {
  const { items } = await api.checkpoints();
  const end = items.at(-1)?.sequence ?? 0;
  const page = await api.audit(Math.max(0, end - shown), Math.min(MOST, shown + PAGE));
  return { entries: page.items.toReversed(), end };
}

const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** Enough of an id to find it again; all of it stands in the tip. */
const short = (value: string): string => (ID.test(value) ? `${value.slice(0, 8)}…` : value);

/** Everything that an entry says but the purpose, in words. */
function about(details: Record<string, string>, told = short): string {
  return Object.entries(details)
    .filter(([name]) => name !== 'purpose')
    .map(([name, value]) => `${words(name).toLowerCase()} ${told(value)}`)
    .join(', ');
}

function Entries({ entries }: { entries: AuditEntry[] }) {
  return (
    <div className="sheet scroll" tabIndex={0} role="region" aria-label="Log">
      <table className="grid" data-testid="audit">
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Who</th>
            <th scope="col">What</th>
            <th scope="col">Purpose</th>
            <th scope="col">About</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.sequence}>
              <td>{moment(entry.at)}</td>
              <td>{entry.actor}</td>
              <td>{words(entry.action)}</td>
              <td title={entry.details.purpose} dir="auto">
                {entry.details.purpose}
              </td>
              <td title={about(entry.details, (value) => value)}>{about(entry.details)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Who did what, and when; the newest first. */
export function AuditLog() {
  const [shown, setShown] = useState(PAGE);
  const log = useQuery({ queryKey: ['audit', shown], queryFn: () => newest(shown) });
  if (log.isPending) {
    return <Skeleton height="10rem" />;
  }
  if (log.isError) {
    return <ProblemNotice error={log.error} onRetry={() => void log.refetch()} />;
  }
  const { entries, end } = log.data;
  if (entries.length === 0) {
    return <Nothing title="Nothing has happened yet" />;
  }
  return (
    <>
      <Entries entries={entries} />
      <p className="small quiet" style={{ marginTop: '0.6rem' }}>
        {counted(end, 'entry', 'entries')}, each bound to the one before, and signed up to the last.
      </p>
      {entries.length < end && shown + PAGE <= MOST && (
        <Button variant="default" mt="md" onClick={() => setShown(shown + PAGE)}>
          Show older entries
        </Button>
      )}
    </>
  );
}
