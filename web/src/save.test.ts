import { expect, it } from 'vitest';
import { nameIn } from './save';

it('takes the name that the server gives', () => {
  expect(nameIn('attachment; filename="a.csv"', 'x')).toBe('a.csv');
  expect(nameIn(`attachment; filename="a_.csv"; filename*=UTF-8''%C3%A4.csv`, 'x')).toBe('ä.csv');
});

it('has another name where the server gives none, or a broken one', () => {
  expect(nameIn(null, 'x.csv')).toBe('x.csv');
  expect(nameIn('attachment', 'x.csv')).toBe('x.csv');
  expect(nameIn(`attachment; filename*=UTF-8''%E4`, 'x.csv')).toBe('x.csv');
});
