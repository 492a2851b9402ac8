import { expect, it } from 'vitest';
import { conditionOf, incomplete, sentence, type ConditionDraft } from './conditions';

const draft = (op: ConditionDraft['op'], value: string): ConditionDraft => ({
  key: 1,
  column: 'age',
  op,
  value,
});

it('sends values as they would stand in the column', () => {
  expect(conditionOf(draft('>=', ' 30 '))).toEqual({ column: 'age', op: '>=', value: '30' });
  expect(conditionOf(draft('in', '30, 40,,50 '))).toEqual({
    column: 'age',
    op: 'in',
    value: ['30', '40', '50'],
  });
  expect(conditionOf(draft('is missing', 'left over'))).toEqual({ column: 'age', op: 'is missing' });
});

it('says what is left to fill in', () => {
  expect(incomplete({ ...draft('=', '1'), column: '' })).toBe('Choose a column.');
  expect(incomplete(draft('=', '  '))).toBe('Give a value.');
  expect(incomplete(draft('in', ' , '))).toBe('Give a value.');
  expect(incomplete(draft('is present', ''))).toBeNull();
  expect(incomplete(draft('<', '7'))).toBeNull();
});

it('reads as a sentence', () => {
  expect(sentence({ column: 'age', op: '>=', value: 30 })).toBe('age is at least 30');
  expect(sentence({ column: 'state', op: 'in', value: ['CA', 'NY'] })).toBe('state is one of CA, NY');
  expect(sentence({ column: 'phone', op: 'is missing' })).toBe('phone is missing');
});
