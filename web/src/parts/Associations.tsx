import { Button, SegmentedControl, Skeleton, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { api } from '../api/client';
import type { Associations as Found } from '../api/types';
import {
  associatedPairs,
  pairsWith,
  strengthMap,
  type AssociatedPair,
  type StrengthMap,
} from '../associations';
import { strengthOption, type Palette } from '../chartOptions';
import { count, counted } from '../format';
import { ChartFigure } from './ChartFigure';
import { Nothing, ProblemNotice } from './Notices';

/** Columns in the heat map; more could not be read. */
const MOST_COLUMNS = 24;
/** Pairs that are shown at first, and with each press more: a wide table has thousands. */
const ROWS = 15;
const MORE = 50;

function PairTable({ pairs }: { pairs: AssociatedPair[] }) {
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label="Strongest pairs of columns">
      <table className="grid narrow-names">
        <thead>
          <tr>
            <th scope="col">Columns</th>
            <th scope="col" className="num">
              Strength
            </th>
            <th scope="col">Measured by</th>
            <th scope="col" className="num">
              Its value
            </th>
          </tr>
        </thead>
        <tbody>
          {pairs.map((pair) => (
            <tr key={pair.at.join('-')}>
              <td className="name" title={pair.columns.join(' × ')}>
                <bdi>{pair.columns[0]}</bdi> × <bdi>{pair.columns[1]}</bdi>
              </td>
              <td className="num">
                <span className="strength">
                  <i style={{ '--share': `${pair.strength * 100}%` } as React.CSSProperties} />
                  {pair.strength.toFixed(2)}
                </span>
              </td>
              <td>{pair.measure}</td>
              <td className="num">{pair.value.toFixed(2)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Strongest({ pairs }: { pairs: AssociatedPair[] }) {
  const [typed, setTyped] = useState('');
  const [most, setMost] = useState(ROWS);
  const fitting = useMemo(() => pairsWith(pairs, typed), [pairs, typed]);
  const shown = fitting.slice(0, most);
  return (
    <>
      <div className="toolbar">
        <TextInput
          type="search"
          size="xs"
          placeholder="Find pairs of a column"
          aria-label="Find pairs of a column"
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setMost(ROWS);
          }}
        />
        <span className="small quiet" role="status">
          {typed.trim() === '' ? '' : counted(fitting.length, 'pair')}
        </span>
      </div>
      {shown.length === 0 ? (
        <p className="quiet">No column has such a name.</p>
      ) : (
        <PairTable pairs={shown} />
      )}
      {shown.length < fitting.length && (
        <Button variant="subtle" size="sm" mt="xs" onClick={() => setMost(most + MORE)}>
          Show {count(Math.min(MORE, fitting.length - most))} more of {count(fitting.length)}
        </Button>
      )}
    </>
  );
}

function HeatMap({ map, all }: { map: StrengthMap; all: number }) {
  const option = useMemo(() => (colors: Palette) => strengthOption(map, colors), [map]);
  const n = map.names.length;
  return (
    <div style={{ maxWidth: `${14 + n * 4.5}rem` }}>
      <ChartFigure
        option={option}
        height={`${Math.max(14, Math.min(40, 7 + n * 1.7))}rem`}
        label="How strongly columns hang together. The same as a table: choose Table above."
      />
      <p className="heat-key" data-heat="strength">
        not at all <i /> one follows from the other
      </p>
      {n < all && (
        <p className="small quiet">
          The {count(n)} columns of the strongest pairs; the table has all {count(all)}.
        </p>
      )}
    </div>
  );
}

function Panel({ found }: { found: Found }) {
  const [view, setView] = useState('table');
  const pairs = useMemo(() => associatedPairs(found), [found]);
  const map = useMemo(() => strengthMap(pairs, MOST_COLUMNS), [pairs]);
  if (pairs.length === 0) {
    return <Nothing title="There are no two columns to compare" />;
  }
  return (
    <div className="sheet pairs" data-testid="associations">
      <div className="toolbar">
        <SegmentedControl
          size="xs"
          value={view}
          onChange={setView}
          aria-label="Show strengths as"
          data={[
            { value: 'table', label: 'Table' },
            { value: 'map', label: 'Heat map' },
          ]}
        />
        <span className="small quiet">
          {counted(pairs.length, 'pair')} of {counted(found.columns.length, 'column')}
          {found.sampled_rows ? `, measured on ${count(found.sampled_rows)} of ${counted(found.rows, 'row')}` : ''}
        </span>
      </div>
      {view === 'map' ? (
        <HeatMap map={map} all={found.columns.length} />
      ) : (
        <Strongest pairs={pairs} />
      )}
    </div>
  );
}

function Measured({ id }: { id: string }) {
  const found = useQuery({
    queryKey: ['associations', id],
    queryFn: () => api.associations(id),
    refetchInterval: (query) => (query.state.data === null ? 1000 : false),
    staleTime: 60_000,
  });
  if (found.isError) {
    return <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />;
  }
  if (!found.data) {
    return (
      <>
        <p className="unseen" role="status">
          Measuring the columns…
        </p>
        <Skeleton height="12rem" />
      </>
    );
  }
  return <Panel found={found.data} />;
}

/** How strongly columns hang together, pair by pair; measured when somebody wants to know. */
export function Associations({ id }: { id: string }) {
  const [wanted, setWanted] = useState(false);
  return (
    <section className="section">
      <div className="section-head">
        <h2>How strongly columns hang together</h2>
        <p>From 0, not at all, to 1; identifiers and free text are left out.</p>
      </div>
      {wanted ? (
        <Measured id={id} />
      ) : (
        <Button variant="default" onClick={() => setWanted(true)}>
          Measure it
        </Button>
      )}
    </section>
  );
}
