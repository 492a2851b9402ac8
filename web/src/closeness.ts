import type { ColumnScore, PairScore } from './api/types';

/** What a difference to the expected score is called, from the best to the worst. */
export type Closeness = 'As alike as real rows' | 'Close' | 'Some difference' | 'Far off';

/** How far a score stays behind what real rows, held out, would reach. Never negative. */
export function gap(score: { value: number | null; expected?: number | null }): number | null {
  if (score.value === null || score.value === undefined) {
    return null;
  }
  return Math.max(0, (score.expected ?? 1) - score.value);
}

export function closeness(score: {
  value: number | null;
  expected?: number | null;
}): Closeness | null {
  const behind = gap(score);
  if (behind === null) {
    return null;
  }
  if (behind <= 0.01) {
    return 'As alike as real rows';
  }
  if (behind <= 0.03) {
    return 'Close';
  }
  return behind <= 0.1 ? 'Some difference' : 'Far off';
}

export const toneOf = (word: Closeness | null): 'good' | 'warn' | 'bad' | undefined =>
  word === 'As alike as real rows' || word === 'Close'
    ? 'good'
    : word === 'Some difference'
      ? 'warn'
      : word === null
        ? undefined
        : 'bad';

/** Columns that were scored, worst first, and those that were not. */
export function sortColumns(columns: ColumnScore[]): {
  scored: ColumnScore[];
  rest: ColumnScore[];
} {
  const scored = columns.filter((column) => column.value !== null && column.value !== undefined);
  return {
    scored: scored.toSorted((a, b) => (gap(b) ?? 0) - (gap(a) ?? 0)),
    rest: columns.filter((column) => column.value === null || column.value === undefined),
  };
}

/** A square of gaps between columns; `null` where a pair is not among those told. */
export interface Square {
  names: string[];
  cells: [column: number, row: number, pair: PairScore][];
  complete: boolean;
}

/**
 * The columns that stand in the worst pairs, in file order, and the gaps between them.
 *
 * @param pairs worst first
 * @param most columns at most
 */
export function squareOf(pairs: PairScore[], most: number): Square {
  const names = new Map<number, string>();
  for (const pair of pairs) {
    const fresh = pair.positions.filter((position) => !names.has(position)).length;
    if (names.size + fresh <= most) {
      pair.positions.forEach((position, i) => names.set(position, pair.columns[i] ?? ''));
    }
  }
  const positions = [...names.keys()].toSorted((a, b) => a - b);
  const place = new Map(positions.map((position, i) => [position, i]));
  const cells: Square['cells'] = [];
  for (const pair of pairs) {
    const a = place.get(pair.positions[0]);
    const b = place.get(pair.positions[1]);
    if (a !== undefined && b !== undefined) {
      cells.push([a, b, pair], [b, a, pair]);
    }
  }
  const n = positions.length;
  return {
    names: positions.map((position) => names.get(position) ?? ''),
    cells,
    complete: cells.length === n * (n - 1),
  };
}
