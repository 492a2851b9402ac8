import { expect, test } from 'vitest';
import type { AutoChoice, Recommendation } from './api/types';
import { recommended, storyOf } from './recommended';

const FOUND: Recommendation = {
  rows: 1500,
  model: 'boost',
  reason: 'boost: 1,500 rows and 4 columns are enough.',
  estimated_seconds: 75.4,
  costliest_column: { name: 'town', share: 0.4 },
};

test('a recommendation says why, how long and what costs most', () => {
  expect(recommended(FOUND)).toBe(
    'Boost: 1,500 rows and 4 columns are enough. About 1 min 15 s on two cores; the column town costs most.',
  );
  expect(recommended({ ...FOUND, estimated_seconds: 0.1, costliest_column: null })).toBe(
    'Boost: 1,500 rows and 4 columns are enough. About 1 s on two cores.',
  );
});

test('a story is told where something happened', () => {
  const attempt = { model: 'boost', sentence: 'boost failed.', seconds: 1 };
  const auto = (...outcomes: ('chosen' | 'failed')[]): AutoChoice => ({
    model: null,
    reason: '',
    estimated_seconds: 1,
    costliest_column: null,
    story: outcomes.map((outcome) => ({ ...attempt, outcome })),
  });
  expect(storyOf(null)).toEqual([]);
  expect(storyOf(auto('chosen'))).toEqual([]);
  expect(storyOf(auto('failed', 'chosen'))).toHaveLength(2);
});
