import { Button, CloseButton, NumberInput, Select, TextInput } from '@mantine/core';
import { AS_THEY_ARE, left, MISSING, type ShareDraft, type SharesDraft } from '../conditions';

/** Builds shares of one column's values. */
export function ShareFields({
  names,
  draft,
  error,
  onChange,
}: {
  names: string[];
  draft: SharesDraft;
  error: string | null;
  onChange: (draft: SharesDraft) => void;
}) {
  const { column, shares } = draft;
  const blank = (): ShareDraft => ({
    key: Math.max(0, ...shares.map((share) => share.key)) + 1,
    value: '',
    percent: '',
  });
  const change = (key: number, part: Partial<ShareDraft>) =>
    onChange({
      column,
      shares: shares.map((share) => (share.key === key ? { ...share, ...part } : share)),
    });
  return (
    <fieldset className="conditions wide">
      <legend>Shares</legend>
      <p className="quiet">How often values of one column shall come; {MISSING} is no value.</p>
      <Select
        aria-label="Column with given shares"
        placeholder="As they are in the table"
        data={names}
        value={column === '' ? null : column}
        limit={200}
        searchable
        clearable
        onChange={(name) =>
          onChange(name === null ? AS_THEY_ARE : { column: name, shares: [blank()] })
        }
      />
      {shares.map((share, i) => (
        <div className="condition share" key={share.key}>
          <TextInput
            aria-label={`Value of share ${i + 1}`}
            placeholder="As in the file"
            value={share.value}
            onChange={(event) => change(share.key, { value: event.currentTarget.value })}
          />
          <NumberInput
            aria-label={`Percentage of share ${i + 1}`}
            suffix="%"
            value={share.percent}
            clampBehavior="none"
            hideControls
            onChange={(percent) => change(share.key, { percent: String(percent) })}
          />
          <CloseButton
            aria-label={`Take share ${i + 1} away`}
            onClick={() =>
              onChange({ column, shares: shares.filter((each) => each.key !== share.key) })
            }
          />
        </div>
      ))}
      {error !== null && (
        <p className="condition-error" role="alert">
          {error}
        </p>
      )}
      {column !== '' && (
        <>
          <p className="quiet">All other values: {left(shares)}%</p>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => onChange({ column, shares: [...shares, blank()] })}
          >
            Add a share
          </Button>
        </>
      )}
    </fieldset>
  );
}
