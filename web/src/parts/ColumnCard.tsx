import { Button, Skeleton } from '@mantine/core';
import { useState } from 'react';
import type { ColumnProfile } from '../api/types';
import { ago, binName, count, counted, number, percent } from '../format';
import { KINDS, ROLES, STATUSES, treatmentName, typeName } from '../review';
import { Evidence } from './Evidence';

const TOPS_SHOWN = 4;

function MiniHistogram({ column }: { column: ColumnProfile }) {
  const { edges, counts } = column.histogram ?? { edges: [], counts: [] };
  const most = Math.max(...counts, 1);
  const width = 100 / counts.length;
  const first = column.min ?? edges[0];
  const last = column.max ?? edges.at(-1);
  return (
    <>
      <svg
        className="bars-svg"
        viewBox="0 0 100 40"
        preserveAspectRatio="none"
        role="img"
        aria-label={`Distribution of ${column.name}`}
      >
        {counts.map((n, i) => {
          const height = n === 0 ? 0 : Math.max(1, (n / most) * 40);
          return (
            <rect key={i} x={i * width} y={40 - height} width={width * 0.92} height={height} />
          );
        })}
      </svg>
      <div className="bars-ends">
        <span className="cut">{first === undefined ? '' : number(first)}</span>
        <span className="cut">{last === undefined ? '' : number(last)}</span>
      </div>
    </>
  );
}

function TopValues({ column }: { column: ColumnProfile }) {
  const tops = column.top_values ?? [];
  const present = Math.max(1, column.count);
  const most = Math.max(1, ...tops.map((top) => top.count));
  return (
    <ul className="tops">
      {tops.slice(0, TOPS_SHOWN).map((top, i) => (
        <li
          key={i}
          style={{ '--share': `${(top.count / most) * 100}%` } as React.CSSProperties}
        >
          <span className="cut" title={top.value} dir="auto">
            {top.value}
          </span>
          <span>{percent(top.count / present)}</span>
        </li>
      ))}
    </ul>
  );
}

/** What the picture shows, as numbers: bins or frequent values. */
function figuresOf(column: ColumnProfile): [string, number][] {
  if (!column.modelled) {
    return [];
  }
  const { edges, counts } = column.histogram ?? { edges: [], counts: [] };
  return counts.length > 0
    ? counts.map((n, i) => [binName(edges[i], edges[i + 1], number), n])
    : (column.top_values ?? []).map((top) => [top.value, top.count]);
}

function FigureTable({ name, figures }: { name: string; figures: [string, number][] }) {
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={`Counts of ${name}`}>
      <table className="grid">
        <tbody>
          {figures.map(([label, n], i) => (
            <tr key={i}>
              <td title={label} dir="auto">
                {label}
              </td>
              <td className="num">{count(n)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Figure({ column }: { column: ColumnProfile }) {
  if (!column.modelled && column.kind !== 'constant' && column.kind !== 'empty') {
    return (
      <div className="card-note" title={column.evidence ?? undefined}>
        <p>
          <strong>Not learned.</strong>{' '}
          {column.treatment && column.treatment.name !== 'keep'
            ? 'The copy gets other values.'
            : 'The copy gets placeholders.'}
        </p>
        {column.evidence && <p className="clamp">{column.evidence}</p>}
      </div>
    );
  }
  if (column.kind === 'empty') {
    return <p className="card-note">No value in any row.</p>;
  }
  if (column.histogram && column.histogram.counts.length > 0) {
    return <MiniHistogram column={column} />;
  }
  if (column.top_values && column.top_values.length > 0) {
    return <TopValues column={column} />;
  }
  return <p className="card-note">{column.evidence ?? ''}</p>;
}

function factsOf(column: ColumnProfile): string[] {
  const facts = [
    `${column.distinct_is_estimate ? 'about ' : ''}${counted(column.distinct, 'distinct value')}`,
  ];
  if (typeof column.mean === 'number' && column.kind === 'numeric' && column.modelled) {
    facts.push(`mean ${number(column.mean)}`);
  }
  if (column.unparseable) {
    facts.push(`${count(column.unparseable)} not readable as ${column.kind}`);
  }
  return facts;
}

/** How much of the column is there; hatched is what is missing. */
function Filled({ column, rows }: { column: ColumnProfile; rows: number }) {
  const total = Math.max(1, rows);
  const missing = column.missing / total;
  return (
    <div className="filled">
      <span className="filled-track" aria-hidden="true">
        <span style={{ width: `${(1 - missing) * 100}%` }} />
      </span>
      <div className="filled-words">
        <span>{percent(1 - missing)} filled</span>
        <span>{column.missing === 0 ? 'none missing' : `${count(column.missing)} missing`}</span>
      </div>
    </div>
  );
}

/** What the column says about people, what happens to it, and the way to say otherwise. */
function Verdict({ column, onEdit }: { column: ColumnProfile; onEdit: () => void }) {
  const status = STATUSES[column.status];
  const treatment = column.treatment;
  return (
    <div className="card-verdict">
      <p className="card-verdict-line">
        <span className="tag" data-tone={status.tone} data-testid="status">
          {status.label}
        </span>
        <span className="cut">
          {column.type && column.type !== 'none' ? typeName(column.type) : ROLES[column.role]}
        </span>
        <Button
          variant="default"
          size="compact-xs"
          aria-label={`Change ${column.name}`}
          onClick={onEdit}
        >
          Change
        </Button>
      </p>
      {treatment && (
        <p>
          {treatmentName(treatment.name)}
          {treatment.default === false ? ', chosen by you' : ''}
        </p>
      )}
      {column.amended && (
        <p className="quiet">
          Told by {column.amended.by}, {ago(column.amended.at)}
        </p>
      )}
      <Evidence column={column} />
    </div>
  );
}

export function ColumnCard({
  column,
  rows,
  onEdit,
}: {
  column: ColumnProfile;
  rows: number;
  onEdit: () => void;
}) {
  const [asTable, setAsTable] = useState(false);
  const figures = figuresOf(column);
  return (
    <li className="sheet card" data-testid="column-card" data-status={column.status}>
      <div className="card-head">
        <h3 className="cut" title={column.name} dir="auto">
          {column.name}
        </h3>
        <span className="tag" title={column.evidence ?? undefined}>
          {KINDS[column.kind] ?? column.kind}
        </span>
      </div>
      <div className="card-figure">
        {asTable ? (
          <FigureTable name={column.name} figures={figures} />
        ) : (
          <Figure column={column} />
        )}
      </div>
      <p className="card-facts">
        {factsOf(column).map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
        {figures.length > 0 && (
          <Button
            variant="subtle"
            size="compact-xs"
            aria-pressed={asTable}
            aria-label={`Show ${column.name} as ${asTable ? 'chart' : 'table'}`}
            onClick={() => setAsTable(!asTable)}
          >
            {asTable ? 'Chart' : 'Table'}
          </Button>
        )}
      </p>
      <Filled column={column} rows={rows} />
      <Verdict column={column} onEdit={onEdit} />
    </li>
  );
}

export function ColumnCardSkeleton({ name }: { name: string | undefined }) {
  return (
    <li className="sheet card" aria-hidden="true">
      <div className="card-head">
        <h3 className="cut" dir="auto">
          {name ?? ' '}
        </h3>
      </div>
      <div className="card-figure">
        <Skeleton height="100%" radius={2} />
      </div>
      <Skeleton height="0.8rem" width="60%" mb="0.8rem" radius={2} />
      <div className="filled">
        <Skeleton height={4} radius={2} />
        <div className="filled-words">&nbsp;</div>
      </div>
    </li>
  );
}
