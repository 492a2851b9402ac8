import { afterEach, expect, it } from 'vitest';
import { access, keyHeaders } from './access';

afterEach(() => access.forget());

it('sends no key where none was given', () =>
  expect(keyHeaders()).not.toHaveProperty('Authorization'));

it('sends the key that was given until it is forgotten', () => {
  access.use('abc');
  expect(keyHeaders()).toMatchObject({ Authorization: 'Bearer abc' });
  access.forget();
  expect(keyHeaders()).not.toHaveProperty('Authorization');
});

it('asks for a key after a refusal, and no more once one is given', () => {
  let told = 0;
  const stop = access.subscribe(() => (told += 1));
  access.answered(403);
  expect(access.now().refused).toBe(false);
  access.answered(401);
  access.answered(401);
  expect(access.now().refused).toBe(true);
  expect(told).toBe(1);
  access.use('abc');
  expect(access.now().refused).toBe(false);
  stop();
});
