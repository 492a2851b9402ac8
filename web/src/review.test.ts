import { describe, expect, it } from 'vitest';
import type { ColumnProfile } from './api/types';
import {
  acceptance,
  columnDraftOf,
  columnPatch,
  matching,
  headline,
  reviewOf,
  riskFirst,
  typeName,
} from './review';

const column = (position: number, more: Partial<ColumnProfile>): ColumnProfile => ({
  position,
  name: `c${position}`,
  kind: 'text',
  modelled: true,
  count: 10,
  missing: 0,
  distinct: 5,
  role: 'none',
  status: 'harmless',
  treatment: null,
  amended: null,
  ...more,
});
const fake = { name: 'fake', default: true };
const email = column(1, { role: 'direct', type: 'email', status: 'protected', treatment: fake });
const town = column(2, { name: 'Town', role: 'quasi', type: 'city', status: 'at_risk' });
const sum = column(3, { name: 'Sum' });
const table = [email, town, sum];

describe('headline', () => {
  it('says how many look personal and what will happen to them', () =>
    expect(headline(reviewOf(table))).toBe(
      '2 columns look personal. We will replace 1 of them. 1 column would stay at risk.',
    ));
  it('is short when all of them are replaced', () =>
    expect(headline(reviewOf([email, sum]))).toBe('1 column looks personal. We will replace it.'));
  it('promises nothing where nothing was found', () =>
    expect(headline(reviewOf([sum]))).toBe('No column looks personal.'));
  it('does not count a column as replaced that is kept', () =>
    expect(reviewOf([{ ...email, treatment: { name: 'keep' } }]).replaced).toEqual([]));
});

it('puts columns at risk first and keeps the order of the file otherwise', () =>
  expect(riskFirst([sum, email, town, column(4, {})]).map((each) => each.position)).toEqual([
    2, 1, 3, 4,
  ]));

it('finds columns by name, type and kind, in any case', () => {
  expect(matching(table, ' TOW ')).toEqual([town]);
  expect(matching(table, 'e-mail')).toEqual([email]);
  expect(matching(table, '')).toHaveLength(3);
  expect(matching(table, 'nothing')).toEqual([]);
});

it('accepts what was found as it was found', () => {
  expect(reviewOf([email, { ...town, amended: { by: 'me', at: '' } }]).open).toEqual([email]);
  expect(acceptance([email, town])).toEqual({
    c1: { role: 'direct', type: 'email' },
    Town: { role: 'quasi', type: 'city' },
  });
});

describe('columnPatch', () => {
  const draft = columnDraftOf(email);
  it('is empty where nothing was changed', () => {
    expect(columnPatch(email, draft, {}, {})).toEqual({});
    const chosen = { ...email, treatment: { name: 'mask', options: { keep: 2 }, default: false } };
    expect(columnPatch(chosen, columnDraftOf(chosen), { keep: 2 }, { keep: 2 })).toEqual({});
  });
  it('holds only what was changed', () =>
    expect(columnPatch(email, { ...draft, role: 'none', type: '' }, {}, {})).toEqual({
      role: 'none',
      type: null,
    }));
  it('goes back to the treatment that fits by null', () => {
    const chosen = { ...email, treatment: { name: 'mask', options: { keep: 2 }, default: false } };
    const back = { ...columnDraftOf(chosen), treatment: '' };
    expect(columnPatch(chosen, back, {}, { keep: 2 })).toEqual({ treatment: null });
  });
  it('sends a treatment again when one of its options changed', () => {
    const chosen = { ...email, treatment: { name: 'mask', options: { keep: 2 }, default: false } };
    expect(columnPatch(chosen, columnDraftOf(chosen), { keep: 3 }, { keep: 2 })).toEqual({
      treatment: { name: 'mask', options: { keep: 3 } },
    });
  });
});

it('names types in words', () => {
  expect(typeName('date_of_birth')).toBe('Date of birth');
  expect(typeName('iban')).toBe('IBAN');
});
