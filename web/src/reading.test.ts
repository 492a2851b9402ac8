import { expect, it } from 'vitest';
import type { Dataset, Reading } from './api/types';
import { chipsOf, fieldsOf, isChanged, isReadAnew, valueInWords, withField } from './reading';

const csv: Reading = {
  format: 'csv',
  container: 'none',
  entry: null,
  sheet: null,
  sheets: [],
  charset: 'UTF-8',
  delimiter: ';',
  quote: '"',
  escape: null,
  header: true,
  skipped_lines: 0,
  line_end: 'LF',
  decimal: ',',
  missing_tokens: ['NA', ''],
  overridden: ['delimiter'],
  upload_kept: true,
  version: 2,
};

it('shows what a format has, and nothing else', () => {
  expect(fieldsOf(csv)).toContain('delimiter');
  expect(fieldsOf({ ...csv, format: 'xlsx' })).toEqual([
    'sheet',
    'header',
    'skipped_lines',
    'missing_tokens',
  ]);
  expect(fieldsOf({ ...csv, format: 'parquet' })).toEqual(['missing_tokens']);
  expect(fieldsOf({ ...csv, container: 'zip' })[0]).toBe('entry');
  expect(fieldsOf({ ...csv, upload_kept: false })).toEqual(['decimal', 'missing_tokens']);
});

it('names values in words', () => {
  expect(valueInWords('delimiter', '\t')).toBe('tab');
  expect(valueInWords('delimiter', ', ')).toBe('comma and space');
  expect(valueInWords('delimiter', '  ')).toBe('spaces');
  expect(valueInWords('quote', null)).toBe('none');
  expect(valueInWords('header', false)).toBe('none');
  expect(valueInWords('missing_tokens', ['NA', ''])).toBe('NA, empty');
  expect(valueInWords('decimal', ',')).toBe('comma');
});

it('keeps only what would change something', () => {
  expect(withField(csv, {}, 'charset', 'UTF-8')).toEqual({});
  expect(withField(csv, {}, 'charset', 'windows-1252')).toEqual({ charset: 'windows-1252' });
  expect(withField(csv, { charset: 'windows-1252' }, 'charset', 'UTF-8')).toEqual({});
  expect(withField({ ...csv, quote: null }, {}, 'quote', '')).toEqual({});
  expect(withField(csv, {}, 'quote', '')).toEqual({ quote: '' });
  expect(withField(csv, {}, 'missing_tokens', ['NA', ''])).toEqual({});
  expect(isChanged(withField(csv, {}, 'missing_tokens', ['NA']))).toBe(true);
});

it('lets the server find again only what a person told', () => {
  expect(withField(csv, {}, 'delimiter', null)).toEqual({ delimiter: null });
  expect(withField(csv, {}, 'charset', null)).toEqual({});
});

it('marks what people told, and what is not applied yet', () => {
  const chip = (field: string, draft = {}) =>
    chipsOf(csv, draft).find((each) => each.field === field);
  expect(chip('delimiter')).toMatchObject({ overridden: true, pending: false });
  expect(chip('charset')).toMatchObject({ overridden: false, pending: false });
  expect(chip('delimiter', { delimiter: null })).toMatchObject({
    overridden: false,
    pending: true,
  });
  expect(chip('header', { header: false })).toMatchObject({ value: 'none', pending: true });
});

it('waits for the columns only where the file was read otherwise', () => {
  const dataset = { state: 'UPLOADED', reading: csv } as Dataset;
  expect(isReadAnew(dataset)).toBe(true);
  expect(isReadAnew({ ...dataset, state: 'PROFILED' })).toBe(false);
  expect(isReadAnew({ ...dataset, reading: { ...csv, version: 1 } })).toBe(false);
  expect(isReadAnew(undefined)).toBe(false);
});
