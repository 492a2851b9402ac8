import { expect, it } from 'vitest';
import { escape, folded, heights } from './chartOptions';

it('leaves no markup of a name in a tooltip', () =>
  expect(escape(`<img src=x onerror="alert('1')">&`)).toBe(
    '&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;',
  ));

it('draws shares where bins are equally wide', () =>
  expect(heights([0.2, 0.8], [0, 1, 2])).toEqual([0.2, 0.8]));

it('draws density where they are not', () =>
  expect(heights([0.5, 0.5], [0, 1, 4])).toEqual([1, 1 / 3]));

it('folds what does not fit a chart into one bar, and loses no share', () =>
  expect(
    folded(
      { kind: 'categories', labels: ['a', 'b', 'c', 'd'], real: [0.4, 0.3, 0.2, 0.1], synthetic: [0.5, 0.5, 0, 0] },
      3,
    ),
  ).toEqual({
    kind: 'categories',
    labels: ['a', 'b', '2 others'],
    real: [0.4, 0.3, 0.2 + 0.1],
    synthetic: [0.5, 0.5, 0],
  }));
