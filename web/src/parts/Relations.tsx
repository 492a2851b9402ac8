import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client';
import type { Relation } from '../api/types';
import { count, counted, words } from '../format';
import { Nothing, ProblemNotice } from './Notices';
import { Prose } from './Prose';

/** Relations that are shown at first. */
const SHOWN = 8;

function support({ rows, exceptions }: Relation['support']): string {
  return exceptions === 0
    ? `in all ${counted(rows, 'row')}`
    : `in ${count(rows - exceptions)} of ${counted(rows, 'row')}, ${count(exceptions)} against it`;
}

function List({ relations }: { relations: Relation[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? relations : relations.slice(0, SHOWN);
  return (
    <>
      <ul className="sheet plain-list" data-testid="relations">
        {shown.map((relation, i) => (
          <li key={i} className="split">
            <span className="request">
              <Prose text={relation.sentence} />
            </span>
            <span className="small quiet">
              {words(relation.kind)}, {support(relation.support)}
            </span>
          </li>
        ))}
      </ul>
      {shown.length < relations.length && (
        <Button variant="default" mt="md" onClick={() => setAll(true)}>
          Show all {count(relations.length)}
        </Button>
      )}
    </>
  );
}

function Found({ id }: { id: string }) {
  const relations = useQuery({
    queryKey: ['relations', id],
    queryFn: () => api.relations(id),
    refetchInterval: (query) => (query.state.data === null ? 1000 : false),
    staleTime: 60_000,
  });
  if (relations.isError) {
    return <ProblemNotice error={relations.error} onRetry={() => void relations.refetch()} />;
  }
  if (!relations.data) {
    return (
      <>
        <p className="unseen" role="status">
          Looking at the rows…
        </p>
        <Skeleton height="8rem" />
      </>
    );
  }
  return relations.data.items.length === 0 ? (
    <Nothing title="Nothing holds in every row, or nearly" />
  ) : (
    <List relations={relations.data.items} />
  );
}

/** What holds between columns in every row, or nearly; looked for when somebody wants to know. */
export function Relations({ id }: { id: string }) {
  const [wanted, setWanted] = useState(false);
  return (
    <section className="section">
      <div className="section-head">
        <h2>What holds between columns</h2>
        <p>Suggested by the rows, with the counts that speak for it and against it.</p>
      </div>
      {wanted ? (
        <Found id={id} />
      ) : (
        <Button variant="default" onClick={() => setWanted(true)}>
          Look for it
        </Button>
      )}
    </section>
  );
}
