import { Button, Drawer, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api } from '../api/client';
import { asProblem } from '../api/problem';
import type { ColumnPatch, ColumnProfile, Profile, Role, Treatment } from '../api/types';
import { moment } from '../format';
import { changed, complaint, draftOf, type Draft } from '../options';
import { columnDraftOf, type ColumnDraft, columnPatch, forgotten, KINDS, KINDS_TO_CHOOSE, ROLES, TYPES, treatmentName, typeName } from '../review';
import { Evidence } from './Evidence';
import { ProblemNotice } from './Notices';
import { OptionField } from './OptionField';

/** Quiet time after a change before the rows are treated again. */
const PAUSE_MS = 400;
/** The choice that leaves the treatment to the role of the column. */
const FITTING = '';

/** Saves what people say about columns; the profile that comes back replaces the one shown. */
export function useAmend(dataset: string, onSaved: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ patch, version }: { patch: Record<string, ColumnPatch>; version?: number }) =>
      api.amend(dataset, patch, version),
    onSuccess: (profile: Profile | null) => {
      queries.setQueryData(['profile', dataset], profile);
      void queries.invalidateQueries({ queryKey: ['relations', dataset] });
      void queries.invalidateQueries({ queryKey: ['associations', dataset] });
      onSaved();
    },
    onError: (error) => {
      if (asProblem(error).status === 412) {
        void queries.invalidateQueries({ queryKey: ['profile', dataset] });
      }
    },
  });
}

function Rows({ before, after }: { before: (string | null)[]; after: (string | null)[] }) {
  const cell = (value: string | null | undefined) =>
    value === null || value === undefined ? (
      <td className="void">empty</td>
    ) : (
      <td title={value.length > 24 ? value : undefined} dir="auto">
        {value}
      </td>
    );
  return (
    <div className="sheet scroll" tabIndex={0} role="region" aria-label="Ten treated rows">
      <table className="grid" data-testid="treated-rows">
        <thead>
          <tr>
            <th scope="col">In the file</th>
            <th scope="col">In the copy</th>
          </tr>
        </thead>
        <tbody>
          {before.map((value, i) => (
            <tr key={i}>
              {cell(value)}
              {cell(after[i])}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Ten rows before and after the treatment; nothing is stored. */
function TreatedRows({
  dataset,
  name,
  patch,
}: {
  dataset: string;
  name: string;
  patch: ColumnPatch;
}) {
  const [settled] = useDebouncedValue(patch, PAUSE_MS);
  const rows = useQuery({
    queryKey: ['treated', dataset, name, settled],
    queryFn: ({ signal }) => api.previewTreatments(dataset, { [name]: settled }, signal),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  if (rows.isError) {
    return <ProblemNotice error={rows.error} />;
  }
  const shown = rows.data?.columns.find((each) => each.name === name);
  return shown ? (
    <Rows before={shown.before} after={shown.after} />
  ) : (
    <p className="small quiet" role="status">
      {rows.isPending ? 'Treating ten rows…' : 'This column stays as it is.'}
    </p>
  );
}

function patternMatters(kind: string): boolean {
  return kind === 'date' || kind === 'datetime' || kind === 'time';
}

function Form({
  dataset,
  column,
  version,
  treatments,
  onClose,
}: {
  dataset: string;
  column: ColumnProfile;
  version: number | undefined;
  treatments: Treatment[];
  onClose: () => void;
}) {
  const [draft, setDraft] = useState(() => columnDraftOf(column));
  const set = (change: Partial<typeof draft>) => setDraft({ ...draft, ...change });
  const treatment = treatments.find((each) => each.name === draft.treatment);
  const [optionDrafts, setOptionDrafts] = useState<Record<string, Draft>>(() =>
    column.treatment && !column.treatment.default
      ? { [column.treatment.name]: textsOf(column.treatment.options) }
      : {},
  );
  const optionDraft: Draft = treatment
    ? { ...draftOf(treatment), ...optionDrafts[treatment.name] }
    : {};
  const patch = columnPatch(
    column,
    draft,
    treatment ? changed(treatment, optionDraft) : {},
    treatment && column.treatment?.name === treatment.name
      ? changed(treatment, textsOf(column.treatment.options))
      : {},
  );
  const amend = useAmend(dataset, onClose);
  const problem = amend.isError ? asProblem(amend.error) : null;
  const refused = (path: string) =>
    problem?.pointer?.endsWith(path) ? problem.detail : null;
  const wrong =
    treatment?.options.some((option) => complaint(option, optionDraft[option.name] ?? '')) ?? false;
  const nothingNew = Object.keys(patch).length === 0;
  const save = (what: ColumnPatch) => amend.mutate({ patch: { [column.name]: what }, version });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (nothingNew) {
      onClose();
    } else if (!wrong) {
      save(patch);
    }
  };
  return (
    <form onSubmit={submit} className="editor" noValidate>
      <Evidence column={column} open />
      <div className="editor-fields">
        <Select
          label="Kind"
          data={[...new Set([...KINDS_TO_CHOOSE, column.kind])].map((value) => ({
            value,
            label: KINDS[value] ?? value,
          }))}
          value={draft.kind}
          allowDeselect={false}
          error={refused('/kind')}
          onChange={(kind) => set({ kind: kind ?? draft.kind })}
        />
        <Select
          label="What it says about people"
          data={Object.entries(ROLES).map(([value, label]) => ({ value, label }))}
          value={draft.role}
          allowDeselect={false}
          error={refused('/role')}
          onChange={(role) =>
            set(role === 'none' ? { role, type: '' } : { role: (role as Role | null) ?? draft.role })
          }
        />
        <Select
          label="Type"
          data={[...new Set([...TYPES, draft.type])]
            .filter(Boolean)
            .map((value) => ({ value, label: typeName(value) }))}
          value={draft.type || null}
          placeholder="None"
          searchable
          clearable
          error={refused('/type')}
          onChange={(type) => set({ type: type ?? '' })}
        />
        {patternMatters(draft.kind) && (
          <TextInput
            label="Pattern"
            description="How dates are written, such as dd.MM.yyyy"
            value={draft.pattern}
            error={refused('/pattern')}
            onChange={(event) => set({ pattern: event.currentTarget.value })}
          />
        )}
        <Select
          label="Treatment"
          description={treatment?.summary ?? 'The one that fits what the column says about people.'}
          data={[
            { value: FITTING, label: fittingLabel(column, draft) },
            ...treatments.map((each) => ({
              value: each.name,
              label: `${treatmentName(each.name)}${each.reversible ? ' (can be reversed)' : ''}`,
            })),
          ]}
          value={draft.treatment}
          allowDeselect={false}
          error={refused('/treatment') ?? refused('/treatment/name')}
          onChange={(name) => set({ treatment: name ?? FITTING })}
        />
        {treatment?.options.map((option) => (
          <OptionField
            key={`${treatment.name}/${option.name}`}
            option={option}
            value={optionDraft[option.name] ?? ''}
            error={
              refused(`/options/${option.name}`) ??
              complaint(option, optionDraft[option.name] ?? '')
            }
            onChange={(value) =>
              setOptionDrafts({
                ...optionDrafts,
                [treatment.name]: { ...optionDraft, [option.name]: value },
              })
            }
          />
        ))}
      </div>
      <h3>Ten rows, before and after</h3>
      {!wrong && <TreatedRows dataset={dataset} name={column.name} patch={patch} />}
      {problem && !problem.pointer && <ProblemNotice error={problem} />}
      <div className="editor-buttons">
        <Button type="submit" loading={amend.isPending}>
          {nothingNew ? 'Done' : 'Save'}
        </Button>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        {column.amended && (
          <Button variant="subtle" onClick={() => save(forgotten)}>
            As it was found
          </Button>
        )}
      </div>
      {column.amended && (
        <p className="small quiet">
          Changed by {column.amended.by}, {moment(column.amended.at)}.
        </p>
      )}
    </form>
  );
}

/** The choice that leaves it to the role, with what that is while nothing else is said. */
function fittingLabel(column: ColumnProfile, draft: ColumnDraft): string {
  const before = columnDraftOf(column);
  const same = draft.role === before.role && draft.type === before.type && draft.kind === before.kind;
  if (!same || (column.treatment && !column.treatment.default)) {
    return 'What fits';
  }
  return `What fits: ${column.treatment ? treatmentName(column.treatment.name).toLowerCase() : 'none'}`;
}

function textsOf(options: Record<string, unknown> | undefined): Draft {
  return Object.fromEntries(
    Object.entries(options ?? {}).map(([name, value]) => [
      name,
      typeof value === 'boolean' ? value : String(value ?? ''),
    ]),
  );
}

/** Everything that can be said about one column, with ten treated rows to look at. */
export function ColumnEditor({
  dataset,
  column,
  version,
  onClose,
}: {
  dataset: string;
  column: ColumnProfile | null;
  version: number | undefined;
  onClose: () => void;
}) {
  const treatments = useQuery({
    queryKey: ['treatments'],
    queryFn: api.treatments,
    staleTime: Infinity,
    enabled: column !== null,
  });
  return (
    <Drawer.Root opened={column !== null} onClose={onClose} position="right" size="30rem">
      <Drawer.Overlay />
      <Drawer.Content>
        <Drawer.Header role="none">
          <Drawer.Title className="editor-title" dir="auto">
            {column?.name}
          </Drawer.Title>
          <Drawer.CloseButton aria-label="Close" />
        </Drawer.Header>
        <Drawer.Body>
          {treatments.isError ? (
            <ProblemNotice error={treatments.error} onRetry={() => void treatments.refetch()} />
          ) : (
            column &&
            treatments.data && (
              <Form
                key={column.position}
                dataset={dataset}
                column={column}
                version={version}
                treatments={treatments.data.items}
                onClose={onClose}
              />
            )
          )}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
