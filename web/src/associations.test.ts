import { describe, expect, it } from 'vitest';
import type { Associations } from './api/types';
import { associatedPairs, pairsWith, strengthMap } from './associations';

const none = [
  [null, null, null],
  [null, null, null],
  [null, null, null],
];

/** Age and income are numbers, town a category. */
const found: Associations = {
  columns: ['age', 'income', 'town'],
  rows: 1000,
  sampled_rows: null,
  measures: {
    pearson: [
      [1, -0.8, null],
      [-0.8, 1, null],
      [null, null, null],
    ],
    spearman: [
      [1, -0.7, null],
      [-0.7, 1, null],
      [null, null, null],
    ],
    cramers_v: none,
    correlation_ratio: [
      [null, null, 0.1],
      [null, null, 0.3],
      [0.1, 0.3, null],
    ],
    mutual_information: [
      [2, 0.5, 0.01],
      [0.5, 2, 0.1],
      [0.01, 0.1, 1],
    ],
  },
  strength: [
    [1, 0.8, 0.1],
    [0.8, 1, 0.3],
    [0.1, 0.3, 1],
  ],
};

describe('associatedPairs', () => {
  it('lists each pair once, the strongest first', () =>
    expect(associatedPairs(found).map((pair) => pair.columns)).toEqual([
      ['age', 'income'],
      ['income', 'town'],
      ['age', 'town'],
    ]));

  it('names the measure that says the most, with its sign', () => {
    const [first, second] = associatedPairs(found);
    expect(first).toMatchObject({ measure: 'Pearson correlation', value: -0.8, strength: 0.8 });
    expect(second).toMatchObject({ measure: 'Correlation ratio η', value: 0.3 });
  });

  it('names mutual information where two columns follow a curve', () => {
    const curve = { ...found, strength: [[1, 0.95, null], [0.95, 1, null], [null, null, null]] };
    expect(associatedPairs(curve)).toMatchObject([{ measure: 'Mutual information, nats', value: 0.5 }]);
  });

  it('leaves out pairs of which nothing can be said', () =>
    expect(associatedPairs({ ...found, strength: none })).toEqual([]));
});

it('finds the pairs of a column by a part of its name', () =>
  expect(pairsWith(associatedPairs(found), ' AG ').map((pair) => pair.at)).toEqual([
    [0, 1],
    [0, 2],
  ]));

describe('strengthMap', () => {
  it('fills both halves in file order', () => {
    const map = strengthMap(associatedPairs(found), 24);
    expect(map.names).toEqual(['age', 'income', 'town']);
    expect(map.cells).toHaveLength(6);
  });
  it('keeps the columns of the strongest pairs when there are too many', () =>
    expect(strengthMap(associatedPairs(found), 2).names).toEqual(['age', 'income']));
});
