import { Button, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Evaluation, PairScore } from '../api/types';
import { squareOption, WORST_GAP, type Palette } from '../chartOptions';
import { gap, squareOf } from '../closeness';
import { count, counted, number, score } from '../format';
import { ChartFigure } from './ChartFigure';

/** Columns in the heat map; more could not be read. */
const MOST_COLUMNS = 24;
const ROWS = 12;

function PairTable({ pairs }: { pairs: PairScore[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? pairs : pairs.slice(0, ROWS);
  return (
    <>
      <div className="scroll" tabIndex={0} role="region" aria-label="Pairs of columns">
        <table className="grid">
          <thead>
            <tr>
              <th scope="col">Columns</th>
              <th scope="col" className="num">
                Score
              </th>
              <th scope="col" className="num">
                Real rows
              </th>
              <th scope="col" className="num">
                Relation, original
              </th>
              <th scope="col" className="num">
                Synthetic
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((pair) => (
              <tr key={pair.positions.join('-')}>
                <td title={pair.columns.join(' × ')}>
                  <bdi>{pair.columns[0]}</bdi> × <bdi>{pair.columns[1]}</bdi>
                </td>
                <td className="num">{score(pair.value)}</td>
                <td className="num">{score(pair.expected)}</td>
                <td className="num">{number(pair.real)}</td>
                <td className="num">{number(pair.synthetic)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < pairs.length && (
        <Button variant="subtle" size="sm" mt="xs" onClick={() => setAll(true)}>
          Show {counted(pairs.length, 'pair')}
        </Button>
      )}
    </>
  );
}

/** How well relations between columns are kept. */
export function Pairs({ evaluation }: { evaluation: Evaluation }) {
  const [view, setView] = useState('map');
  const pairs = useMemo(
    () => evaluation.pairs.toSorted((a, b) => (gap(b) ?? 0) - (gap(a) ?? 0)),
    [evaluation.pairs],
  );
  const square = useMemo(() => squareOf(pairs, MOST_COLUMNS), [pairs]);
  const option = useMemo(() => (colors: Palette) => squareOption(square, colors), [square]);
  if (pairs.length === 0) {
    return null;
  }
  const told = evaluation.pairs_total > pairs.length;
  const n = square.names.length;
  return (
    <section className="section">
      <div className="section-head">
        <h2>Relations between columns</h2>
        <p>
          {told
            ? `The ${count(pairs.length)} worst of ${count(evaluation.pairs_total)} pairs.`
            : `All ${counted(pairs.length, 'pair')}.`}
        </p>
        <SegmentedControl
          size="xs"
          value={view}
          onChange={setView}
          aria-label="Show as"
          data={[
            { value: 'map', label: 'Heat map' },
            { value: 'table', label: 'Table' },
          ]}
        />
      </div>
      <div className="sheet pairs" data-testid="pairs">
        {view === 'table' ? (
          <PairTable pairs={pairs} />
        ) : (
          <div className="pairs-both">
            <div style={{ maxWidth: `${14 + n * 4.5}rem` }}>
              <ChartFigure
                option={option}
                height={`${Math.max(18, Math.min(38, 7 + n * 1.7))}rem`}
                label="How far each pair of columns is from what real rows reach. The same as a table: choose Table above."
              />
              <p className="heat-key">
                as real rows <i /> {score(WORST_GAP).slice(0, 3)} or more behind them
              </p>
              {!square.complete && (
                <p className="small quiet">
                  Empty cells are pairs that are not among the worst.
                </p>
              )}
            </div>
            <div>
              <h3>Worst first</h3>
              <ol className="pairs-worst">
                {pairs.slice(0, 7).map((pair) => (
                  <li key={pair.positions.join('-')}>
                    <span className="cut" title={pair.columns.join(' × ')}>
                      <bdi>{pair.columns[0]}</bdi> × <bdi>{pair.columns[1]}</bdi>
                    </span>
                    <span>
                      <b>{score(pair.value)}</b>{' '}
                      <span className="quiet small">of {score(pair.expected)}</span>
                    </span>
                  </li>
                ))}
              </ol>
            </div>
          </div>
        )}
      </div>
    </section>
  );
}
