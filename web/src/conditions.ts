import type { Condition } from './api/types';

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
