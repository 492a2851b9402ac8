import { Button, NumberInput, Popover, Select, TagsInput, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Reading, ReadingPatch } from '../api/types';
import { delimiterName } from '../format';
import { chipsOf, withField, type Chip, type ReadingField } from '../reading';

const CHARSETS = [
  'UTF-8',
  'UTF-16LE',
  'UTF-16BE',
  'windows-1252',
  'ISO-8859-1',
  'ISO-8859-15',
  'ISO-8859-2',
  'windows-1250',
  'windows-1251',
  'x-MacRoman',
  'Shift_JIS',
  'GB18030',
];
const DELIMITERS = [',', ';', '\t', '|', ' ', ':'];
const OTHER = 'other';
const NONE = 'none';

/** The present value first where it is not among the usual ones. */
function choices(usual: string[], present: unknown): string[] {
  const own = typeof present === 'string' && present !== '' ? present : null;
  return own === null || usual.includes(own) ? usual : [own, ...usual];
}

interface EditorProps<T> {
  label: string;
  value: T;
  onChange: (value: T) => void;
}

function Choice({
  label,
  value,
  data,
  onChange,
}: EditorProps<string> & { data: { value: string; label: string }[] }) {
  return (
    <Select
      label={label}
      value={value}
      data={data}
      allowDeselect={false}
      comboboxProps={{ withinPortal: false }}
      maxDropdownHeight={220}
      onChange={(next) => onChange(next ?? value)}
    />
  );
}

function DelimiterEditor({ label, value, onChange }: EditorProps<string>) {
  const [other, setOther] = useState(false);
  const usual = choices(DELIMITERS, value).map((each) => ({
    value: each,
    label: delimiterName(each),
  }));
  return (
    <>
      <Choice
        label={label}
        value={other ? OTHER : value}
        data={[...usual, { value: OTHER, label: 'another character' }]}
        onChange={(next) => {
          setOther(next === OTHER);
          if (next !== OTHER) {
            onChange(next);
          }
        }}
      />
      {other && (
        <TextInput
          label="Character"
          maxLength={2}
          data-autofocus
          onChange={(event) => {
            if (event.currentTarget.value !== '') {
              onChange(event.currentTarget.value);
            }
          }}
        />
      )}
    </>
  );
}

/** The input for one field; it reports every change at once, so that the preview can follow. */
function Editor({
  chip,
  reading,
  value,
  onChange,
}: {
  chip: Chip;
  reading: Reading;
  value: unknown;
  onChange: (value: ReadingPatch[ReadingField]) => void;
}): ReactNode {
  const same = (each: string) => ({ value: each, label: each });
  switch (chip.field) {
    case 'charset':
      return (
        <Choice
          label={chip.name}
          value={String(value ?? '')}
          data={choices(CHARSETS, value).map(same)}
          onChange={onChange}
        />
      );
    case 'delimiter':
      return <DelimiterEditor label={chip.name} value={String(value ?? '')} onChange={onChange} />;
    case 'quote':
      return (
        <Choice
          label={chip.name}
          value={value ? String(value) : NONE}
          data={[
            { value: '"', label: 'double "' },
            { value: "'", label: "single '" },
            { value: NONE, label: 'none' },
          ]}
          onChange={(next) => onChange(next === NONE ? '' : next)}
        />
      );
    case 'header':
      return (
        <Choice
          label={chip.name}
          value={value === true ? 'yes' : 'no'}
          data={[
            { value: 'yes', label: 'The first line holds the names' },
            { value: 'no', label: 'There is none' },
          ]}
          onChange={(next) => onChange(next === 'yes')}
        />
      );
    case 'skipped_lines':
      return (
        <NumberInput
          label={chip.name}
          value={Number(value ?? 0)}
          min={0}
          max={10_000}
          allowDecimal={false}
          allowNegative={false}
          onChange={(next) => {
            if (next !== '') {
              onChange(Number(next));
            }
          }}
        />
      );
    case 'decimal':
      return (
        <Choice
          label={chip.name}
          value={value ? String(value) : NONE}
          data={[
            { value: NONE, label: 'found for each column' },
            { value: '.', label: 'point: 1.5' },
            { value: ',', label: 'comma: 1,5' },
          ]}
          onChange={(next) => onChange(next === NONE ? null : next)}
        />
      );
    case 'missing_tokens':
      return (
        <TagsInput
          label={chip.name}
          description="Texts that mean “no value”. Press Enter after each."
          value={Array.isArray(value) ? (value as string[]).filter(Boolean) : []}
          placeholder="NA, ?, n/a"
          comboboxProps={{ withinPortal: false }}
          onChange={onChange}
        />
      );
    case 'sheet':
      return (
        <Choice
          label={chip.name}
          value={String(value ?? reading.sheets[0] ?? '')}
          data={choices(reading.sheets, value).map(same)}
          onChange={onChange}
        />
      );
    case 'entry':
      return (
        <TextInput
          label={chip.name}
          value={String(value ?? '')}
          onChange={(event) => onChange(event.currentTarget.value || null)}
        />
      );
  }
}

function ChipButton({
  chip,
  reading,
  shown,
  draft,
  onDraft,
}: {
  chip: Chip;
  reading: Reading;
  shown: Reading;
  draft: ReadingPatch;
  onDraft: (draft: ReadingPatch) => void;
}) {
  const [open, setOpen] = useState(false);
  const value = draft[chip.field] ?? shown[chip.field];
  const mark = chip.pending ? 'not applied yet' : chip.overridden ? 'told by you' : 'found';
  const change = (next: ReadingPatch[ReadingField]) =>
    onDraft(withField(reading, draft, chip.field, next));
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      trapFocus
      returnFocus
      withinPortal={false}
      position="bottom-start"
      shadow="md"
      width={280}
    >
      <Popover.Target>
        <button
          type="button"
          className="chip"
          data-pending={chip.pending || undefined}
          data-overridden={chip.overridden || undefined}
          data-testid={`chip-${chip.field}`}
          title={`${chip.name}: ${mark}. Press to change it.`}
          onClick={() => setOpen(!open)}
        >
          <span className="quiet">{chip.name}</span>
          <b className="cut">{chip.value}</b>
          {(chip.pending || chip.overridden) && <i aria-label={mark} role="img" />}
        </button>
      </Popover.Target>
      <Popover.Dropdown className="chip-editor" aria-label={chip.name}>
        <Editor chip={chip} reading={shown} value={value} onChange={change} />
        <div className="notice-buttons">
          <Button size="xs" variant="default" onClick={() => setOpen(false)}>
            Done
          </Button>
          {chip.overridden && (
            <Button size="xs" variant="subtle" onClick={() => change(null)}>
              Find it again
            </Button>
          )}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

/** What was found about the file; every chip can be pressed and told otherwise. */
export function ReadingChips({
  reading,
  detected,
  draft,
  onDraft,
}: {
  reading: Reading;
  detected: Reading | undefined;
  draft: ReadingPatch;
  onDraft: (draft: ReadingPatch) => void;
}) {
  return (
    <div className="chips" role="group" aria-label="How the file is read" data-testid="reading">
      {chipsOf(reading, draft, detected).map((chip) => (
        <ChipButton
          key={chip.field}
          chip={chip}
          reading={reading}
          shown={detected ?? reading}
          draft={draft}
          onDraft={onDraft}
        />
      ))}
    </div>
  );
}
