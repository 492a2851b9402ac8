import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Chart, ColumnScore } from '../api/types';
import { categoriesOption, histogramOption, type Palette } from '../chartOptions';
import { closeness, toneOf } from '../closeness';
import { binName, edgeFormat, percent, score } from '../format';
import { ChartFigure } from './ChartFigure';

function rowsOf(chart: Chart, written: (edge: number) => string): string[] {
  return chart.kind === 'categories'
    ? chart.labels
    : chart.real.map((_, i) => binName(chart.edges[i], chart.edges[i + 1], written));
}

function ChartTable({ name, chart, rows }: { name: string; chart: Chart; rows: string[] }) {
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={`Shares of ${name}`}>
      <table className="grid">
        <thead>
          <tr>
            <th scope="col">{chart.kind === 'categories' ? 'Value' : 'Range'}</th>
            <th scope="col" className="num">
              Original
            </th>
            <th scope="col" className="num">
              Synthetic
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={i}>
              <td title={row} dir="auto">
                {row}
              </td>
              <td className="num">{percent(chart.real[i])}</td>
              <td className="num">{percent(chart.synthetic[i])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function missingWords(column: ColumnScore): string {
  const real = column.real?.missing;
  const synthetic = column.synthetic?.missing;
  if (typeof real !== 'number' || typeof synthetic !== 'number' || (real === 0 && synthetic === 0)) {
    return 'No value missing';
  }
  return `Missing ${percent(real)}, in the copy ${percent(synthetic)}`;
}

/** One column: its score beside what real rows reach, and both distributions over one another. */
export function ColumnComparison({
  column,
  kind,
}: {
  column: ColumnScore;
  kind: string | undefined;
}) {
  const [asTable, setAsTable] = useState(false);
  const chart = column.chart ?? null;
  const written = useMemo(
    () =>
      chart?.kind === 'histogram'
        ? edgeFormat(chart.unit, kind, chart.edges)
        : edgeFormat('number', kind, []),
    [kind, chart],
  );
  const option = useMemo(
    () => (colors: Palette) =>
      chart === null
        ? {}
        : chart.kind === 'histogram'
          ? histogramOption(chart, written, colors)
          : categoriesOption(chart, colors),
    [chart, written],
  );
  const word = closeness(column);
  return (
    <li className="sheet compare-card" data-testid="column-score">
      <div className="card-head">
        <h3 className="cut" title={column.name} dir="auto">
          {column.name}
        </h3>
        {word && (
          <span className="tag" data-tone={toneOf(word)}>
            {word}
          </span>
        )}
      </div>
      <p className="compare-score">
        <span>
          Score <b>{score(column.value)}</b>
        </span>
        <span>real rows {score(column.expected)}</span>
      </p>
      <div className="compare-figure">
        {chart === null ? (
          <p className="card-note">{column.note ?? 'There is no picture of this column.'}</p>
        ) : asTable ? (
          <ChartTable name={column.name} chart={chart} rows={rowsOf(chart, written)} />
        ) : (
          <ChartFigure
            option={option}
            label={`Distribution of ${column.name}, original and synthetic`}
          />
        )}
      </div>
      <p className="compare-foot">
        <span>{missingWords(column)}</span>
        {chart !== null && (
          <Button
            variant="subtle"
            size="compact-sm"
            aria-pressed={asTable}
            aria-label={`Show ${column.name} as ${asTable ? 'chart' : 'table'}`}
            onClick={() => setAsTable(!asTable)}
          >
            {asTable ? 'Chart' : 'Table'}
          </Button>
        )}
      </p>
    </li>
  );
}
