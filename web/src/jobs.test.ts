import { expect, test } from 'vitest';
import type { Job } from './api/types';
import { requestOf } from './jobs';

const JOB: Job = {
  job_id: 'j',
  dataset_id: 'd',
  model: 'auto',
  rows: 50,
  seed: 42,
  options: {},
  columns: null,
  treatments: {},
  conditions: [],
  rebalance: null,
  relations: 'keep',
  state: 'SUCCEEDED',
  stage: 'done',
  percent: 100,
  eta_seconds: 0,
  error: null,
  created_at: '',
  started_at: null,
  finished_at: null,
  attempt: 1,
  result: null,
};

test('a request says again what was said, and nothing that was not', () => {
  const plain = { dataset_id: 'd', model: 'auto', rows: 50, seed: 42, options: {} };
  const wishes = {
    columns: ['age'],
    treatments: { name: { name: 'redact' } },
    conditions: [{ rows: 50, where: [{ column: 'age', op: '>=' as const, value: 30 }] }],
    rebalance: { column: 'sex', shares: { male: 0.5 } },
    relations: 'off' as const,
  };
  expect(requestOf(JOB)).toEqual(plain);
  expect(requestOf({ ...JOB, ...wishes })).toEqual({ ...plain, ...wishes });
});
