import { describe, expect, it } from 'vitest';
import type { ColumnScore, PairScore } from './api/types';
import { closeness, sortColumns, squareOf } from './closeness';

const column = (name: string, value: number | null, expected: number | null): ColumnScore => ({
  position: 1,
  name,
  metric: 'KSComplement',
  value,
  expected,
});
const pair = (a: number, b: number): PairScore => ({
  columns: [`c${a}`, `c${b}`],
  positions: [a, b],
  metric: 'CorrelationSimilarity',
  value: 0.9,
  expected: 1,
});

describe('closeness', () => {
  it('is measured against what real rows reach, not against 1', () => {
    expect(closeness({ value: 0.9, expected: 0.905 })).toBe('As alike as real rows');
    expect(closeness({ value: 0.9, expected: null })).toBe('Some difference');
    expect(closeness({ value: 0.7, expected: 0.98 })).toBe('Far off');
    expect(closeness({ value: null })).toBeNull();
  });
});

it('puts the column that stays furthest behind first and unscored ones apart', () => {
  const { scored, rest } = sortColumns([
    column('good', 0.99, 0.99),
    column('none', null, null),
    column('bad', 0.9, 0.99),
    column('fair', 0.85, 0.88),
  ]);
  expect(scored.map((each) => each.name)).toEqual(['bad', 'fair', 'good']);
  expect(rest.map((each) => each.name)).toEqual(['none']);
});

describe('squareOf', () => {
  it('fills both halves in file order', () => {
    const square = squareOf([pair(3, 1), pair(2, 3), pair(1, 2)], 24);
    expect(square.names).toEqual(['c1', 'c2', 'c3']);
    expect(square.cells).toHaveLength(6);
    expect(square.complete).toBe(true);
  });
  it('keeps the columns of the worst pairs when there are too many', () => {
    const square = squareOf([pair(1, 2), pair(3, 4), pair(1, 4)], 2);
    expect(square.names).toEqual(['c1', 'c2']);
    expect(square.cells).toHaveLength(2);
  });
  it('says when pairs are not told', () =>
    expect(squareOf([pair(1, 2), pair(2, 3)], 24).complete).toBe(false));
});
