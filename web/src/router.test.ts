import { expect, it } from 'vitest';
import { hrefOf, routeOf } from './router';

it('finds every page from its own address', () => {
  for (const route of [
    { page: 'home' },
    { page: 'jobs' },
    { page: 'job', id: '47-11' },
    { page: 'dataset', id: 'a/b' },
    { page: 'reveal' },
    { page: 'reveal', job: '47-11' },
    { page: 'erasure', id: '47-11' },
    { page: 'access' },
  ] as const) {
    expect(routeOf(hrefOf(route))).toEqual(route);
  }
});

it('knows no other page', () => {
  expect(routeOf('#/datasets')).toEqual({ page: 'unknown' });
  expect(routeOf('#/erasures')).toEqual({ page: 'unknown' });
  expect(routeOf('#/jobs/1/2')).toEqual({ page: 'unknown' });
  expect(routeOf('#/%E0%A4%A')).toEqual({ page: 'unknown' });
});
