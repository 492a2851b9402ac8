import { Button, Skeleton } from '@mantine/core';
import type { Job, MaskedColumn, MaskedEvaluation } from '../api/types';
import { count, counted, inside, percent } from '../format';
import { protectionOf, worthTelling } from '../masked';
import { ROLES, treatmentName, typeName } from '../review';
import { hrefOf } from '../router';
import { useMasked } from '../useMasked';
import { ProblemNotice } from './Notices';
import { Prose } from './Prose';
import { Warnings } from './Warnings';

/** What a masked copy is, and who may undo it. */
function About({ job }: { job: Job }) {
  return (
    <div className="notice" style={{ marginTop: '1.75rem' }} data-testid="masked">
      <div className="notice-body">
        <p className="notice-title">Row by row the same table, with its personal columns replaced</p>
        <p>
          Row 1 of the copy is row 1 of your file. Columns that were not replaced are real, so treat
          the copy with care: whoever knows enough about a person may still find the row.
        </p>
        <p>A privacy officer can undo what was made to be undone, column by column.</p>
        <div className="notice-buttons">
          <Button
            component="a"
            href={hrefOf({ page: 'reveal', job: job.job_id })}
            size="xs"
            variant="default"
          >
            Go to the reveal desk
          </Button>
        </div>
      </div>
    </div>
  );
}

function Figures({ evaluation }: { evaluation: MaskedEvaluation }) {
  const { personal, covered, value, definition } = evaluation.protected;
  const all = evaluation.singled_out?.all;
  const facts: [string, string, string | undefined][] = [
    [
      'Personal columns that are covered',
      personal === 0 ? 'there are none' : `${count(covered)} of ${count(personal)} (${percent(value)})`,
      definition,
    ],
    [
      'Rows that what is shown tells apart',
      all ? `${counted(all.singled_out, 'row')} (${percent(all.share)})` : 'none',
      evaluation.singled_out?.quasi_identifiers.join(', '),
    ],
  ];
  return (
    <section className="sheet verdict" data-testid="masked-verdict">
      <h2>What the copy still shows</h2>
      <p>
        <Prose text={evaluation.verdict} />
      </p>
      <dl className="measures">
        {facts.map(([name, figure, title]) => (
          <div className="measure pair-fact" key={name} title={title}>
            <dt>{name}</dt>
            <dd>{figure}</dd>
          </div>
        ))}
      </dl>
      {evaluation.notes.map((note) => (
        <p key={note} className="small quiet">
          {note}
        </p>
      ))}
    </section>
  );
}

/** What a column says about people; other traits and matters have no name of their own. */
function sayingOf({ role, type }: MaskedColumn): string {
  const named = type !== 'none' && !type.startsWith('other_');
  return named ? `${ROLES[role]}: ${inside(typeName(type))}` : ROLES[role];
}

function Columns({ columns }: { columns: MaskedColumn[] }) {
  if (columns.length === 0) {
    return null;
  }
  return (
    <section className="section">
      <div className="section-head">
        <h2>What became of the columns</h2>
        <p>Those that say something about people, or were treated.</p>
      </div>
      <div className="sheet scroll" tabIndex={0} role="region" aria-label="What became of the columns">
        <table className="grid narrow-names" data-testid="masked-columns">
          <thead>
            <tr>
              <th scope="col">Column</th>
              <th scope="col">In the copy</th>
              <th scope="col">Treatment</th>
              <th scope="col">About people</th>
            </tr>
          </thead>
          <tbody>
            {columns.map((column) => {
              const { label, tone } = protectionOf(column);
              return (
                <tr key={column.position}>
                  <th scope="row" title={column.name} dir="auto">
                    {column.name}
                  </th>
                  <td>
                    <span className="tag" data-tone={tone}>
                      {label}
                    </span>
                  </td>
                  <td>{column.treatment === 'keep' ? 'None' : treatmentName(column.treatment)}</td>
                  <td>{sayingOf(column)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** What a masked copy is and what it still shows; clear text first, in red. */
export function MaskedResults({ job }: { job: Job }) {
  const found = useMasked(job.job_id);
  return (
    <>
      <Warnings warnings={found.data?.warnings} />
      <About job={job} />
      <div style={{ marginTop: '0.9rem' }}>
        {found.isError ? (
          <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />
        ) : found.data ? (
          <Figures evaluation={found.data} />
        ) : (
          <Skeleton height="13rem" />
        )}
      </div>
      {found.data && <Columns columns={worthTelling(found.data.columns)} />}
    </>
  );
}
