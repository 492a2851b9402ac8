import { describe, expect, it } from 'vitest';
import { ago, binName, bytes, counted, duration, edgeFormat, inside, listed, number, percent, score, words } from './format';

describe('score', () => {
  it('has three places', () => expect(score(0.97884)).toBe('0.979'));
  it('reads 1.000 only when it is perfect', () => {
    expect(score(0.99999)).toBe('0.999');
    expect(score(1)).toBe('1.000');
  });
  it('shows a dash where there is none', () => {
    expect(score(null)).toBe('–');
    expect(score(Number.NaN)).toBe('–');
  });
});

describe('percent', () => {
  it('never reads 0% for something', () => expect(percent(0.0004)).toBe('<0.1%'));
  it('never reads 100% for less than all', () => expect(percent(0.9996)).toBe('>99.9%'));
  it('keeps a place for small shares', () => {
    expect(percent(0.0571)).toBe('5.7%');
    expect(percent(0.571)).toBe('57%');
    expect(percent(0)).toBe('0%');
    expect(percent(1)).toBe('100%');
  });
});

describe('bytes', () => {
  it('takes the unit that leaves few digits', () => {
    expect(bytes(1)).toBe('1 byte');
    expect(bytes(13478)).toBe('13.5 kB');
    expect(bytes(999_600)).toBe('1.0 MB');
    expect(bytes(1.2e9)).toBe('1.2 GB');
  });
});

describe('duration', () => {
  it('drops what does not matter', () => {
    expect(duration(7.4)).toBe('7 s');
    expect(duration(59.7)).toBe('1 min 0 s');
    expect(duration(3725)).toBe('1 h 2 min');
    expect(duration(-3)).toBe('0 s');
  });
});

describe('number', () => {
  it('writes very large and very small ones short', () => {
    expect(number(43.92193)).toBe('43.922');
    expect(number(12_345_678)).toBe('12.3M');
    expect(number('2024-01-01')).toBe('2024-01-01');
    expect(number(undefined)).toBe('–');
  });
});

describe('ago', () => {
  const now = Date.parse('2026-03-01T12:00:00Z');
  it('speaks in the largest whole unit', () => {
    expect(ago('2026-03-01T11:59:30Z', now)).toBe('just now');
    expect(ago('2026-03-01T11:10:00Z', now)).toBe('50 minutes ago');
    expect(ago('2026-02-28T12:00:00Z', now)).toBe('yesterday');
  });
});

describe('edgeFormat', () => {
  const day = 86_400_000;
  it('writes moments as dates', () => {
    const edges = [0, 365 * day];
    expect(edges.map(edgeFormat('epoch_millis', 'date', edges))).toEqual(['1970-01-01', '1971-01-01']);
  });
  it('adds the hour where the whole column spans few days', () => {
    const edges = [0, day / 2];
    expect(edgeFormat('epoch_millis', 'datetime', edges)(day / 2)).toBe('1970-01-01 12:00');
  });
  it('writes times of the day without a date', () =>
    expect(edgeFormat('epoch_millis', 'time', [0, day])(day / 4)).toBe('06:00'));
  it('leaves numbers numbers', () =>
    expect(edgeFormat('number', 'date', [0, 1])(0.25)).toBe('0.25'));
});

it('turns names of the API into words', () => {
  expect(words('gaussian-copula')).toBe('Gaussian copula');
  expect(words('max_rows')).toBe('Max rows');
});

it('counts in the plural unless there is one', () => {
  expect(counted(1, 'row')).toBe('1 row');
  expect(counted(1200, 'row')).toBe('1,200 rows');
});

it('names bins of whole numbers by the numbers in them', () => {
  expect(binName(2.5, 3.5, number)).toBe('3');
  expect(binName(-0.5, 4.5, number)).toBe('0 to 4');
  expect(binName(2.5, 3, number)).toBe('2.5 to 3');
  expect(binName('2024-01', '2024-02', number)).toBe('2024-01 to 2024-02');
});

it('lists names with words between them', () => {
  expect(listed(['a', 'b', 'c']).join('')).toBe('a, b and c');
  expect(listed(['a'])).toEqual(['a']);
  expect(listed([])).toEqual([]);
});

it('leaves names of capitals as they are inside a sentence', () =>
  expect(['E-mail', 'IBAN', 'Date of birth', 'IP address'].map(inside)).toEqual([
    'e-mail',
    'IBAN',
    'date of birth',
    'IP address',
  ]));
