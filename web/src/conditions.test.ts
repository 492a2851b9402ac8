import { expect, it } from 'vitest';
import {
  conditionOf,
  conditionsOf,
  incomplete,
  left,
  miscounted,
  rebalanceOf,
  rowsOf,
  sentence,
  shared,
  unshareable,
  type ConditionDraft,
  type ShareDraft,
} from './conditions';

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

it('sends one group as bare conditions and several with their numbers', () => {
  const where = [draft('=', '30')];
  const bare = [{ column: 'age', op: '=', value: '30' }];
  expect(conditionsOf([{ key: 1, rows: '', where: [] }])).toBeUndefined();
  expect(conditionsOf([{ key: 1, rows: '7', where }])).toEqual(bare);
  const two = [
    { key: 1, rows: '500', where },
    { key: 2, rows: '20', where: [] },
  ];
  expect(conditionsOf(two)).toEqual([
    { rows: 500, where: bare },
    { rows: 20, where: [] },
  ]);
  expect(rowsOf(two)).toBe(520);
  expect(rowsOf(two.slice(0, 1))).toBeNull();
});

it('wants a whole number of rows for each group', () => {
  expect(miscounted(' ')).toBe('Say how many rows.');
  expect(miscounted('0')).not.toBeNull();
  expect(miscounted('1.5')).not.toBeNull();
  expect(miscounted('12')).toBeNull();
});

const share = (value: string, percent: string): ShareDraft => ({ key: 1, value, percent });

it('sends percentages as parts of one', () => {
  const shares = [share(' yes ', '62.5'), share('(missing)', '10')];
  expect(rebalanceOf({ column: 'churn', shares })).toEqual({
    column: 'churn',
    shares: { yes: 0.625 },
    missing: 0.1,
  });
  expect(rebalanceOf({ column: '', shares })).toBeUndefined();
  expect(left(shares)).toBe(27.5);
});

it('says what is wrong with shares', () => {
  const said = (...shares: ShareDraft[]) => unshareable({ column: 'churn', shares });
  expect(unshareable({ column: '', shares: [] })).toBeNull();
  expect(said()).toBe('Give a value to each share.');
  expect(said(share('', '1'))).toBe('Give a value to each share.');
  expect(said(share('a', '1'), share('a ', '2'))).toBe('Name each value once.');
  expect(said(share('a', ''))).toBe('Give each share from 0 to 100%.');
  expect(said(share('a', '-1'))).toBe('Give each share from 0 to 100%.');
  expect(said(share('a', '60'), share('b', '41'))).toBe('The shares are more than 100% together.');
  expect(said(share('a', '60'), share('b', '40'))).toBeNull();
});

it('reads shares as a sentence', () => {
  expect(shared({ column: 'churn', shares: { yes: 0.5, no: 0.375 }, missing: 0.1 })).toBe(
    'churn: yes 50%, no 37.5%, missing 10%',
  );
});
