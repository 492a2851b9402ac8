import { expect, it } from 'vitest';
import type { Model, Option } from './api/types';
import { changed, complaint, draftOf } from './options';

const epochs: Option = {
  name: 'epochs',
  type: 'integer',
  default: 300,
  min: 1,
  max: 1000,
  description: '',
};
const model: Model = {
  name: 'm',
  summary: '',
  options: [
    epochs,
    { name: 'shrink', type: 'number', default: '0.5', description: '' },
    { name: 'joint', type: 'boolean', default: 'true', description: '' },
  ],
};

it('sends only what was changed, as the type that the API wants', () => {
  const draft = draftOf(model);
  expect(changed(model, draft)).toEqual({});
  expect(changed(model, { ...draft, epochs: '10', joint: false })).toEqual({
    epochs: 10,
    joint: false,
  });
});

it('complains with the permitted range before anything is sent', () => {
  expect(complaint(epochs, '300')).toBeNull();
  expect(complaint(epochs, '0')).toBe('Give a whole number, 1 to 1,000.');
  expect(complaint(epochs, '1.5')).not.toBeNull();
  expect(complaint(epochs, '')).not.toBeNull();
  expect(complaint({ ...epochs, type: 'number', max: null }, '1.5')).toBeNull();
});
