import type { Condition, ConditionGroup, Rebalance } from './api/types';
import { complaint } from './options';

export type Operator = Condition['op'];

/** A condition that is being typed. */
export interface ConditionDraft {
  key: number;
  column: string;
  op: Operator;
  value: string;
}

export const OPERATORS: { value: Operator; label: string }[] = [
  { value: '=', label: 'is' },
  { value: '!=', label: 'is not' },
  { value: '<', label: 'is below' },
  { value: '<=', label: 'is at most' },
  { value: '>', label: 'is above' },
  { value: '>=', label: 'is at least' },
  { value: 'in', label: 'is one of' },
  { value: 'is missing', label: 'is missing' },
  { value: 'is present', label: 'is there' },
];

export const takesValue = (op: Operator): boolean => op !== 'is missing' && op !== 'is present';

const parts = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

/** What is sent: values as they would stand in the column. */
export function conditionOf({ column, op, value }: ConditionDraft): Condition {
  if (!takesValue(op)) {
    return { column, op };
  }
  return { column, op, value: op === 'in' ? parts(value) : value.trim() };
}

/** Why a condition cannot be sent, or `null`. */
export function incomplete({ column, op, value }: ConditionDraft): string | null {
  if (column === '') {
    return 'Choose a column.';
  }
  const empty = op === 'in' ? parts(value).length === 0 : value.trim() === '';
  return takesValue(op) && empty ? 'Give a value.' : null;
}

/** A condition in words: `age is at least 30`. */
export function sentence({ column, op, value }: Condition): string {
  const verb = OPERATORS.find((each) => each.value === op)?.label ?? op;
  const said = Array.isArray(value) ? value.join(', ') : value;
  return `${column} ${verb}${said === undefined ? '' : ` ${said}`}`;
}

/** Rows under the same conditions; with several groups each says how many rows. */
export interface GroupDraft {
  key: number;
  rows: string;
  where: ConditionDraft[];
}

export const ALL_ROWS: GroupDraft[] = [{ key: 1, rows: '', where: [] }];

const NUMBER = { name: 'rows', type: 'integer', default: null, min: 1, description: '' } as const;

/** Why a group's number of rows cannot be sent, or `null`. */
export const miscounted = (rows: string): string | null =>
  rows.trim() === '' ? 'Say how many rows.' : complaint(NUMBER, rows);

/** How many rows several groups make; `null` where one group stands for all rows. */
export const rowsOf = (groups: GroupDraft[]): number | null =>
  groups.length > 1 ? groups.reduce((sum, group) => sum + (Number(group.rows) || 0), 0) : null;

/** What is sent: bare conditions on all rows, groups with their numbers, or nothing. */
export function conditionsOf(groups: GroupDraft[]): Condition[] | ConditionGroup[] | undefined {
  if (groups.length > 1) {
    return groups.map((group) => ({
      rows: Number(group.rows),
      where: group.where.map(conditionOf),
    }));
  }
  const all = groups.flatMap((group) => group.where.map(conditionOf));
  return all.length > 0 ? all : undefined;
}

/** A value's share that is being typed, in percent. */
export interface ShareDraft {
  key: number;
  value: string;
  percent: string;
}

/** Shares of one column's values; an empty column stands for shares as they are in the table. */
export interface SharesDraft {
  column: string;
  shares: ShareDraft[];
}

export const AS_THEY_ARE: SharesDraft = { column: '', shares: [] };

/** What stands for a cell without a value. */
export const MISSING = '(missing)';

const total = (shares: ShareDraft[]): number =>
  shares.reduce((sum, share) => sum + (Number(share.percent) || 0), 0);

/** The percentage that is left for all other values. */
export const left = (shares: ShareDraft[]): number =>
  Math.max(0, Math.round((100 - total(shares)) * 1000) / 1000);

/** Why the shares cannot be sent, or `null`. */
export function unshareable({ column, shares }: SharesDraft): string | null {
  if (column === '') {
    return null;
  }
  const values = shares.map((share) => share.value.trim());
  if (values.length === 0 || values.includes('')) {
    return 'Give a value to each share.';
  }
  if (new Set(values).size < values.length) {
    return 'Name each value once.';
  }
  const percents = shares.map(({ percent }) => (percent.trim() === '' ? NaN : Number(percent)));
  if (!percents.every((percent) => percent >= 0 && percent <= 100)) {
    return 'Give each share from 0 to 100%.';
  }
  return total(shares) > 100 + 1e-9 ? 'The shares are more than 100% together.' : null;
}

/** What is sent: parts of one. */
export function rebalanceOf({ column, shares }: SharesDraft): Rebalance | undefined {
  if (column === '') {
    return undefined;
  }
  const part = ({ percent }: ShareDraft) => Number(percent) / 100;
  const present = shares.filter((share) => share.value.trim() !== MISSING);
  const missing = shares.find((share) => share.value.trim() === MISSING);
  return {
    column,
    shares: Object.fromEntries(present.map((share) => [share.value.trim(), part(share)])),
    ...(missing ? { missing: part(missing) } : {}),
  };
}

const percent = (share: number): string => `${Math.round(share * 100_000) / 1000}%`;

/** Shares in words: `churn: yes 50%, no 40%, missing 10%`. */
export function shared({ column, shares = {}, missing }: Rebalance): string {
  const all = Object.entries(shares).map(([value, share]) => `${value} ${percent(share)}`);
  return `${column}: ${[...all, ...(missing ? [`missing ${percent(missing)}`] : [])].join(', ')}`;
}
