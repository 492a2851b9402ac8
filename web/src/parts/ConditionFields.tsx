import { Button, CloseButton, Select, TextInput } from '@mantine/core';
import { OPERATORS, takesValue, type ConditionDraft, type Operator } from '../conditions';

/** Builds the conditions that every made row fulfils. */
export function ConditionFields({
  names,
  drafts,
  errorOf,
  onChange,
}: {
  names: string[];
  drafts: ConditionDraft[];
  errorOf: (index: number) => string | null;
  onChange: (drafts: ConditionDraft[]) => void;
}) {
  const change = (key: number, part: Partial<ConditionDraft>) =>
    onChange(drafts.map((draft) => (draft.key === key ? { ...draft, ...part } : draft)));
  const add = () => {
    const key = Math.max(0, ...drafts.map((draft) => draft.key)) + 1;
    onChange([...drafts, { key, column: names[0] ?? '', op: '=', value: '' }]);
  };
  return (
    <fieldset className="conditions wide">
      <legend>Conditions</legend>
      <p className="quiet">Every invented row fulfils all of them.</p>
      {drafts.map((draft, i) => (
        <div className="condition" key={draft.key}>
          <Select
            aria-label={`Column of condition ${i + 1}`}
            data={names}
            value={draft.column}
            limit={200}
            searchable
            allowDeselect={false}
            onChange={(column) => change(draft.key, { column: column ?? '' })}
          />
          <Select
            aria-label={`Comparison of condition ${i + 1}`}
            data={OPERATORS}
            value={draft.op}
            allowDeselect={false}
            onChange={(op) => change(draft.key, { op: (op ?? '=') as Operator })}
          />
          {takesValue(draft.op) ? (
            <TextInput
              aria-label={`Value of condition ${i + 1}`}
              placeholder={draft.op === 'in' ? 'Several, with commas' : 'As in the file'}
              value={draft.value}
              onChange={(event) => change(draft.key, { value: event.currentTarget.value })}
            />
          ) : (
            <span />
          )}
          <CloseButton
            aria-label={`Take condition ${i + 1} away`}
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
        Add a condition
      </Button>
    </fieldset>
  );
}
