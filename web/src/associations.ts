import type { Associations } from './api/types';

/** What a pair of columns is measured by, as people call it. */
const MEASURES = {
  pearson: 'Pearson correlation',
  spearman: 'Spearman rank correlation',
  cramers_v: 'Cramér’s V',
  correlation_ratio: 'Correlation ratio η',
} as const;

const CURVE = 'Mutual information';

/** Two columns and how strongly they hang together. */
export interface AssociatedPair {
  /** Places in the list of columns, the smaller first. */
  at: [number, number];
  columns: [string, string];
  /** 0 to 1, comparable between kinds of columns. */
  strength: number;
  /** The measure that says the most, and what it says in its own scale. */
  measure: string;
  value: number;
}

type Matrix = (number | null)[][];

const cell = (matrix: Matrix, i: number, j: number): number | null => matrix[i]?.[j] ?? null;

/** Of the measures that apply the largest; where the strength is beyond it, a relation that is none of a line. */
function measured(
  found: Associations,
  i: number,
  j: number,
  strength: number,
): Pick<AssociatedPair, 'measure' | 'value'> {
  let best: { measure: string; value: number } | null = null;
  for (const [name, measure] of Object.entries(MEASURES)) {
    const value = cell(found.measures[name as keyof typeof MEASURES], i, j);
    if (value !== null && (best === null || Math.abs(value) > Math.abs(best.value))) {
      best = { measure, value };
    }
  }
  const information = cell(found.measures.mutual_information, i, j);
  const curved = best === null || strength - Math.abs(best.value) > 0.05;
  return curved && information !== null
    ? { measure: `${CURVE}, nats`, value: information }
    : (best ?? { measure: '', value: strength });
}

/** Every pair of which something can be said, the strongest first. */
export function associatedPairs(found: Associations): AssociatedPair[] {
  const pairs: AssociatedPair[] = [];
  found.columns.forEach((a, i) =>
    found.columns.slice(i + 1).forEach((b, offset) => {
      const j = i + 1 + offset;
      const strength = cell(found.strength, i, j);
      if (strength !== null) {
        pairs.push({ at: [i, j], columns: [a, b], strength, ...measured(found, i, j, strength) });
      }
    }),
  );
  return pairs.toSorted((a, b) => b.strength - a.strength);
}

/** Pairs with a column whose name holds what was typed. */
export function pairsWith(pairs: AssociatedPair[], typed: string): AssociatedPair[] {
  const wanted = typed.trim().toLowerCase();
  return wanted === ''
    ? pairs
    : pairs.filter((pair) => pair.columns.some((name) => name.toLowerCase().includes(wanted)));
}

/** A square of strengths, both halves filled. */
export interface StrengthMap {
  names: string[];
  cells: [column: number, row: number, pair: AssociatedPair][];
}

/**
 * The columns that stand in the strongest pairs, in file order.
 *
 * @param pairs strongest first
 * @param most columns at most
 */
export function strengthMap(pairs: AssociatedPair[], most: number): StrengthMap {
  const names = new Map<number, string>();
  for (const pair of pairs) {
    const fresh = pair.at.filter((place) => !names.has(place)).length;
    if (names.size + fresh <= most) {
      pair.at.forEach((place, i) => names.set(place, pair.columns[i] ?? ''));
    }
  }
  const places = [...names.keys()].toSorted((a, b) => a - b);
  const position = new Map(places.map((place, i) => [place, i]));
  const cells: StrengthMap['cells'] = [];
  for (const pair of pairs) {
    const a = position.get(pair.at[0]);
    const b = position.get(pair.at[1]);
    if (a !== undefined && b !== undefined) {
      cells.push([a, b, pair], [b, a, pair]);
    }
  }
  return { names: places.map((place) => names.get(place) ?? ''), cells };
}
