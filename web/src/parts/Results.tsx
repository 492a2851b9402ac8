import { Button, CopyButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState, type ReactNode } from 'react';
import { api } from '../api/client';
import type { Evaluation, Job, Score } from '../api/types';
import { sortColumns } from '../closeness';
import { count, counted, moment, percent, score } from '../format';
import { makerOf, requestOf } from '../jobs';
import { ColumnComparison } from './ColumnComparison';
import { Pairs } from './Pairs';
import { Prose } from './Prose';
import { Warnings } from './Warnings';

/** Comparison cards that a page shows at once. */
const CARDS = 12;

function Measure({
  name,
  value,
  expected,
  definition,
}: {
  name: string;
  value: number | null;
  expected: number | null | undefined;
  definition?: string | undefined;
}) {
  return (
    <li className="measure" title={definition}>
      <p className="measure-line">
        <span>{name}</span>
        <b>{score(value)}</b>
        <span className="expected">
          {typeof expected === 'number' ? `real rows reach ${score(expected)}` : ''}
        </span>
      </p>
      <div className="bullet" aria-hidden="true">
        <span style={{ width: `${Math.max(0, Math.min(1, value ?? 0)) * 100}%` }} />
        {typeof expected === 'number' && <i style={{ left: `${expected * 100}%` }} />}
      </div>
    </li>
  );
}

function Utility({ evaluation }: { evaluation: Evaluation }) {
  const measures: [string, Score | null | undefined][] = [
    ['Quality', evaluation.quality],
    ['Single columns', evaluation.shape],
    ['Pairs of columns', evaluation.trend],
    ['Strong pairs only', evaluation.trend_thresholded],
  ];
  return (
    <section className="verdict" data-testid="utility">
      <h2>How alike</h2>
      <p><Prose text={evaluation.verdict.utility} /></p>
      <ul className="measures">
        {measures.map(([name, each]) =>
          each ? (
            <Measure
              key={name}
              name={name}
              value={each.value}
              expected={each.expected}
              definition={each.definition}
            />
          ) : null,
        )}
      </ul>
    </section>
  );
}

function IdenticalRows({ evaluation }: { evaluation: Evaluation }) {
  const identical = evaluation.identical_rows;
  if (!identical) {
    return null;
  }
  const { training, control } = identical;
  const facts: [string, string][] = [
    ['Same as a training row', `${percent(training.value)} (${counted(training.count, 'row')})`],
    ...(typeof training.expected === 'number'
      ? [['The same among real rows', percent(training.expected)] as [string, string]]
      : []),
    ...(control
      ? [
          [
            'Same as a row never seen',
            `${percent(control.value)} (${counted(control.count, 'row')})`,
          ] as [string, string],
        ]
      : []),
  ];
  return (
    <dl className="measures">
      {facts.map(([name, value]) => (
        <div className="measure pair-fact" key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Privacy({ evaluation }: { evaluation: Evaluation }) {
  return (
    <section className="verdict" data-testid="privacy">
      <h2>How private</h2>
      <p><Prose text={evaluation.verdict.privacy} /></p>
      <IdenticalRows evaluation={evaluation} />
    </section>
  );
}

function Columns({ job, evaluation }: { job: Job; evaluation: Evaluation }) {
  const [all, setAll] = useState(false);
  const profile = useQuery({
    queryKey: ['profile', job.dataset_id],
    queryFn: () => api.profile(job.dataset_id),
    staleTime: Infinity,
  });
  const kinds = new Map(profile.data?.columns.map((each) => [each.position, each.kind]));
  const { scored, rest } = useMemo(() => sortColumns(evaluation.columns), [evaluation.columns]);
  const shown = all ? scored : scored.slice(0, CARDS);
  return (
    <section className="section">
      <div className="section-head">
        <h2>Columns, worst first</h2>
        <p className="legend">
          <span>
            <i data-plate="original" /> Original
          </span>
          <span>
            <i data-plate="synthetic" /> Synthetic
          </span>
        </p>
      </div>
      <ul className="compare" data-testid="columns">
        {shown.map((column) => (
          <ColumnComparison
            key={column.position}
            column={column}
            kind={kinds.get(column.position)}
          />
        ))}
      </ul>
      {shown.length < scored.length && (
        <Button variant="default" mt="md" onClick={() => setAll(true)}>
          Show all {count(scored.length)} columns
        </Button>
      )}
      {rest.length > 0 && (
        <>
          <h3 style={{ margin: '1.5rem 0 0.6rem' }}>Not scored</h3>
          <ul className="sheet plain-list">
            {rest.map((column) => (
              <li key={column.position} className="split">
                <strong className="cut" title={column.name} dir="auto">
                  {column.name}
                </strong>
                <span className="quiet">{column.note ?? 'not modelled'}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function curlOf(job: Job): string {
  const json = JSON.stringify(requestOf(job)).replaceAll("'", "'\\''");
  return `curl -X POST ${window.location.origin}/generate \\\n  -H 'Content-Type: application/json' \\\n  -d '${json}'`;
}

function Terms({ terms }: { terms: [string, ReactNode][] }) {
  return (
    <dl className="terms">
      {terms.map(([name, value]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Details({ job, evaluation }: { job: Job; evaluation: Evaluation }) {
  const { rows, sdmetrics } = evaluation;
  const definitions: [string, ReactNode][] = [
    ['Quality', evaluation.quality.definition],
    ['Single columns', evaluation.shape.definition],
    ['Pairs of columns', evaluation.trend.definition],
    ['Strong pairs only', evaluation.trend_thresholded?.definition],
    [
      'Real rows reach',
      'The score of control rows: real rows that were held out and never shown to the model.',
    ],
    [
      'Rows compared',
      `${count(rows.train)} for training, ${count(rows.control)} held out, ${count(rows.synthetic)} synthetic`,
    ],
    [
      `SDMetrics ${sdmetrics?.version ?? ''}`,
      sdmetrics
        ? `quality ${score(sdmetrics.quality)}, column shapes ${score(sdmetrics.column_shapes)}, column pair trends ${score(sdmetrics.column_pair_trends)}`
        : null,
    ],
  ];
  const options = Object.entries(job.options ?? {});
  const made: [string, ReactNode][] = [
    ['Job', job.job_id],
    ['Model', makerOf(job)],
    ['Seed', String(job.seed)],
    ['Options', options.map(([key, value]) => `${key} = ${String(value)}`).join(', ') || 'none'],
    ['Columns', job.columns ? job.columns.join(', ') : 'all'],
    ['Finished', job.finished_at ? moment(job.finished_at) : null],
    ['SHA-256', job.result?.sha256],
  ];
  const given = (terms: [string, ReactNode][]) => terms.filter(([, value]) => value);
  const curl = curlOf(job);
  return (
    <section className="section">
      <div className="sheet details">
        {(evaluation.notes?.length ?? 0) > 0 && (
          <details open>
            <summary>Notes</summary>
            <div>
              <ul className="bulleted">
                {evaluation.notes?.map((note) => (
                  <li key={note}><Prose text={note} /></li>
                ))}
              </ul>
            </div>
          </details>
        )}
        <details>
          <summary>How this was measured</summary>
          <div>
            <Terms terms={given(definitions)} />
          </div>
        </details>
        <details>
          <summary>How it was made, and how to make it again</summary>
          <div>
            <Terms terms={given(made)} />
            <pre className="code" tabIndex={0} role="region" aria-label="The same as a curl command">
              {curl}
            </pre>
            <CopyButton value={curl}>
              {({ copied, copy }) => (
                <Button size="xs" variant="default" onClick={copy}>
                  {copied ? 'Copied' : 'Copy as curl'}
                </Button>
              )}
            </CopyButton>
          </div>
        </details>
      </div>
    </section>
  );
}

/** What came out: two verdicts in words, the numbers behind them, and where it differs most. */
export function Results({ job, evaluation }: { job: Job; evaluation: Evaluation }) {
  return (
    <div data-testid="results">
      <Warnings warnings={evaluation.warnings} />
      {evaluation.compared_with && (
        <p className="quiet compared" data-testid="compared">
          {evaluation.compared_with}
        </p>
      )}
      <div className="sheet verdicts">
        <Utility evaluation={evaluation} />
        <Privacy evaluation={evaluation} />
      </div>
      <Columns job={job} evaluation={evaluation} />
      <Pairs evaluation={evaluation} />
      <Details job={job} evaluation={evaluation} />
    </div>
  );
}
