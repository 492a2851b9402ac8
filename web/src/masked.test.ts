import { describe, expect, it } from 'vitest';
import type { MaskedColumn } from './api/types';
import { protectionOf, undoing, worthTelling } from './masked';

const column = (name: string, some: Partial<MaskedColumn>): MaskedColumn => ({
  position: 1,
  name,
  role: 'direct',
  type: 'none',
  treatment: 'fpe',
  protection: 'reversible',
  dropped: false,
  ...some,
});

const copy = [
  column('email', {}),
  column('phone', { treatment: 'mask', protection: 'partial' }),
  column('surname', { treatment: 'caesar-legacy', protection: 'clear' }),
  column('note', { treatment: 'drop', protection: 'irreversible', dropped: true }),
  column('amount', { role: 'none', treatment: 'keep', protection: 'clear' }),
];

describe('undoing', () => {
  it('offers only what the key brings back', () => expect(undoing(copy).can).toEqual(['email']));
  it('tells what was treated for good, and nothing that stands in clear', () =>
    expect(undoing(copy).cannot.map((each) => each.name)).toEqual(['phone', 'note']));
});

it('calls clear text bad where a person or a shift is concerned', () => {
  expect(protectionOf(copy[2] as MaskedColumn)).toEqual({ label: 'Clear text', tone: 'bad' });
  expect(protectionOf(copy[4] as MaskedColumn)).toEqual({ label: 'Clear text' });
  expect(protectionOf(copy[3] as MaskedColumn).label).toBe('Left out');
});

it('leaves out columns about nobody that nobody treated', () =>
  expect(worthTelling(copy).map((each) => each.name)).not.toContain('amount'));
