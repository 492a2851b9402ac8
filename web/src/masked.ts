import type { MaskedColumn, Protection } from './api/types';

/** How a protection reads, from what is gone to what is there. */
export const PROTECTIONS: Record<Protection, { label: string; tone?: 'good' | 'warn' | 'bad' }> = {
  irreversible: { label: 'Cannot be undone', tone: 'good' },
  reversible: { label: 'Can be undone with the key', tone: 'good' },
  partial: { label: 'Shown in part', tone: 'warn' },
  clear: { label: 'Clear text', tone: 'bad' },
};

/** How a column of a copy reads; what says nothing about people may stand in clear. */
export function protectionOf(column: MaskedColumn): { label: string; tone?: 'good' | 'warn' | 'bad' } {
  if (column.dropped) {
    return { label: 'Left out', tone: 'good' };
  }
  return column.protection === 'clear' && column.role === 'none' && column.treatment === 'keep'
    ? { label: PROTECTIONS.clear.label }
    : PROTECTIONS[column.protection];
}

/** Columns that say something about people, or were treated. */
export const worthTelling = (columns: MaskedColumn[]): MaskedColumn[] =>
  columns.filter((column) => column.role !== 'none' || column.treatment !== 'keep');

/** What a privacy officer can have back, and what was treated for good. */
export function undoing(columns: MaskedColumn[]): { can: string[]; cannot: MaskedColumn[] } {
  const treated = columns.filter((column) => column.treatment !== 'keep');
  return {
    can: [
      ...new Set(
        treated
          .filter((column) => column.protection === 'reversible' && !column.dropped)
          .map((column) => column.name),
      ),
    ],
    // What stands in clear text needs nobody to undo it.
    cannot: treated.filter(
      (column) =>
        column.dropped ||
        column.protection === 'irreversible' ||
        column.protection === 'partial',
    ),
  };
}
