import { expect, it } from 'vitest';
import { readingIn } from './settings';

it('finds what a settings file says about reading', () =>
  expect(readingIn('{"version": 1, "reading": {"missing_tokens": ["?"]}, "columns": {}}')).toEqual({
    missing_tokens: ['?'],
  }));

it('finds nothing in a file that says nothing, or is none', () => {
  expect(readingIn('{"columns": {}}')).toBeNull();
  expect(readingIn('{"reading": {}}')).toBeNull();
  expect(readingIn('{"reading": null}')).toBeNull();
  expect(readingIn('no settings')).toBeNull();
});
