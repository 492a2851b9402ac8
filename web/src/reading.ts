import type { Dataset, Reading, ReadingPatch } from './api/types';
import { count, delimiterName } from './format';

/** What a person may say about how a file is read. */
export type ReadingField = keyof ReadingPatch;

/** A field as it is shown: a chip with a name, its value in words, and where that comes from. */
export interface Chip {
  field: ReadingField;
  name: string;
  value: string;
  /** Told by a person, and applied. */
  overridden: boolean;
  /** Changed here, and not applied yet. */
  pending: boolean;
}

const NAMES: Record<ReadingField, string> = {
  charset: 'Encoding',
  delimiter: 'Delimiter',
  quote: 'Quote',
  header: 'Header',
  skipped_lines: 'Lines skipped above',
  sheet: 'Sheet',
  entry: 'File in the archive',
  decimal: 'Decimal',
  missing_tokens: 'Stands for missing',
};

const QUOTES: Record<string, string> = { '"': 'double "', "'": "single '" };
const DECIMALS: Record<string, string> = { ',': 'comma', '.': 'point' };

/** The fields that can be told about a file of this format. */
export function fieldsOf(reading: Reading): ReadingField[] {
  if (!reading.upload_kept) {
    return reading.format === 'csv' ? ['decimal', 'missing_tokens'] : ['missing_tokens'];
  }
  const inside: ReadingField[] = reading.container === 'zip' ? ['entry'] : [];
  switch (reading.format) {
    case 'csv':
      return [
        ...inside,
        'charset',
        'delimiter',
        'quote',
        'header',
        'skipped_lines',
        'decimal',
        'missing_tokens',
      ];
    case 'xlsx':
      return [...inside, 'sheet', 'header', 'skipped_lines', 'missing_tokens'];
    default:
      return [...inside, 'missing_tokens'];
  }
}

/** The value of a field in words. */
export function valueInWords(field: ReadingField, value: unknown): string {
  switch (field) {
    case 'delimiter':
      return value ? delimiterName(String(value)) : 'none';
    case 'quote':
      return value ? (QUOTES[String(value)] ?? String(value)) : 'none';
    case 'header':
      return value === true ? 'first line' : 'none';
    case 'skipped_lines':
      return count(Number(value ?? 0));
    case 'decimal':
      return value ? (DECIMALS[String(value)] ?? String(value)) : 'by column';
    case 'missing_tokens': {
      const tokens = Array.isArray(value) ? (value as string[]) : [];
      return tokens.length === 0 ? 'by column' : tokens.map((token) => token || 'empty').join(', ');
    }
    default:
      return value ? String(value) : 'the first';
  }
}

/**
 * What the file would be read with once `draft` is applied; `detected` is what the server says of
 * it where a live re-parse has answered.
 */
export function chipsOf(reading: Reading, draft: ReadingPatch, detected?: Reading): Chip[] {
  const shown = detected ?? reading;
  return fieldsOf(shown).map((field) => {
    const told = draft[field];
    const pending = told !== undefined;
    return {
      field,
      name: NAMES[field],
      value: valueInWords(field, told ?? shown[field]),
      overridden: pending ? told !== null : reading.overridden.includes(field),
      pending,
    };
  });
}

/** An empty quote and none are the same. */
const same = (a: unknown, b: unknown): boolean =>
  JSON.stringify(a || null) === JSON.stringify(b || null);

/** The draft with one more change; what equals the present state is no change. */
export function withField<F extends ReadingField>(
  reading: Reading,
  draft: ReadingPatch,
  field: F,
  value: ReadingPatch[F],
): ReadingPatch {
  const { [field]: _, ...rest } = draft;
  const nothingNew =
    value === null ? !reading.overridden.includes(field) : same(value, reading[field]);
  return nothingNew ? rest : { ...rest, [field]: value };
}

/** Whether the columns have to be looked at again, because the file was read otherwise. */
export const isReadAnew = (dataset: Dataset | undefined): boolean =>
  dataset?.state === 'UPLOADED' && dataset.reading.version > 1;

/** Whether `next` says something about all that `draft` does: its rows may stand meanwhile. */
export const isFurther = (draft: ReadingPatch, next: ReadingPatch): boolean =>
  Object.keys(draft).every((field) => field in next);

/** Whether anything would change. */
export const isChanged = (draft: ReadingPatch): boolean => Object.keys(draft).length > 0;
