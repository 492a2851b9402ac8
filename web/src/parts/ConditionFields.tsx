import { Button, CloseButton, NumberInput, Select, TextInput } from '@mantine/core';
import {
  miscounted,
  OPERATORS,
  takesValue,
  type ConditionDraft,
  type GroupDraft,
  type Operator,
} from '../conditions';

const next = (drafts: { key: number }[]): number =>
  Math.max(0, ...drafts.map((draft) => draft.key)) + 1;

/** Changes the draft of a key. */
const patched = <T extends { key: number }>(drafts: T[], key: number, part: Partial<T>): T[] =>
  drafts.map((draft) => (draft.key === key ? { ...draft, ...part } : draft));

/** Builds conditions that hold together. */
function ConditionList({
  names,
  drafts,
  group,
  errorOf,
  onChange,
}: {
  names: string[];
  drafts: ConditionDraft[];
  group: number | null;
  errorOf: (index: number) => string | null;
  onChange: (drafts: ConditionDraft[]) => void;
}) {
  const place = group === null ? '' : ` of group ${group}`;
  const change = (key: number, part: Partial<ConditionDraft>) =>
    onChange(patched(drafts, key, part));
  const add = () =>
    onChange([...drafts, { key: next(drafts), column: names[0] ?? '', op: '=', value: '' }]);
  return (
    <>
      {drafts.map((draft, i) => (
        <div className="condition" key={draft.key}>
          <Select
            aria-label={`Column of condition ${i + 1}${place}`}
            data={names}
            value={draft.column}
            limit={200}
            searchable
            allowDeselect={false}
            onChange={(column) => change(draft.key, { column: column ?? '' })}
          />
          <Select
            aria-label={`Comparison of condition ${i + 1}${place}`}
            data={OPERATORS}
            value={draft.op}
            allowDeselect={false}
            onChange={(op) => change(draft.key, { op: (op ?? '=') as Operator })}
          />
          {takesValue(draft.op) ? (
            <TextInput
              aria-label={`Value of condition ${i + 1}${place}`}
              placeholder={draft.op === 'in' ? 'Several, with commas' : 'As in the file'}
              value={draft.value}
              onChange={(event) => change(draft.key, { value: event.currentTarget.value })}
            />
          ) : (
            <span />
          )}
          <CloseButton
            aria-label={`Take condition ${i + 1}${place} away`}
            onClick={() => onChange(drafts.filter((each) => each.key !== draft.key))}
          />
          {errorOf(i) !== null && (
            <p className="condition-error" role="alert">
              {errorOf(i)}
            </p>
          )}
        </div>
      ))}
      <Button size="compact-sm" variant="default" onClick={add} disabled={names.length === 0}>
        {group === null ? 'Add a condition' : `Add a condition to group ${group}`}
      </Button>
    </>
  );
}

/** Builds what rows fulfil: all of them the same, or groups with their own numbers of rows. */
export function ConditionFields({
  names,
  groups,
  rows,
  asked,
  errorOf,
  onChange,
}: {
  names: string[];
  groups: GroupDraft[];
  rows: string;
  asked: boolean;
  errorOf: (group: number, condition: number) => string | null;
  onChange: (groups: GroupDraft[]) => void;
}) {
  const several = groups.length > 1;
  const add = () => {
    const counted = several ? groups : groups.map((group) => ({ ...group, rows }));
    onChange([...counted, { key: next(groups), rows: '', where: [] }]);
  };
  return (
    <fieldset className="conditions wide">
      <legend>Conditions</legend>
      <p className="quiet">
        {several
          ? 'The rows of each group fulfil its conditions; groups come one after another.'
          : 'Every invented row fulfils all of them.'}
      </p>
      {groups.map((group, i) => (
        <div className={several ? 'condition-group' : undefined} key={group.key}>
          {several && (
            <div className="condition-group-head">
              <NumberInput
                label={`Rows of group ${i + 1}`}
                value={group.rows}
                allowDecimal={false}
                clampBehavior="none"
                hideControls
                thousandSeparator=","
                error={asked ? miscounted(group.rows) : null}
                onChange={(count) => onChange(patched(groups, group.key, { rows: String(count) }))}
              />
              <CloseButton
                aria-label={`Take group ${i + 1} away`}
                onClick={() => onChange(groups.filter((each) => each.key !== group.key))}
              />
            </div>
          )}
          <ConditionList
            names={names}
            drafts={group.where}
            group={several ? i + 1 : null}
            errorOf={(condition) => errorOf(i, condition)}
            onChange={(where) => onChange(patched(groups, group.key, { where }))}
          />
        </div>
      ))}{' '}
      <Button size="compact-sm" variant="subtle" onClick={add} disabled={names.length === 0}>
        {several ? 'Add a group of rows' : 'Make groups of rows'}
      </Button>
    </fieldset>
  );
}
