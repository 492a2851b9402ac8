import { Button, MultiSelect, NumberInput, Select, Skeleton, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api, idempotencyKey, worthWaitingFor } from '../api/client';
import { asProblem } from '../api/problem';
import type { Dataset, JobRequest, Model, Option } from '../api/types';
import {
  ALL_ROWS,
  AS_THEY_ARE,
  conditionsOf,
  incomplete,
  miscounted,
  rebalanceOf,
  rowsOf,
  unshareable,
  type GroupDraft,
} from '../conditions';
import { counted, words } from '../format';
import { changed, complaint, draftOf, type Draft } from '../options';
import { AUTO, recommended } from '../recommended';
import { goTo } from '../router';
import { ConditionFields } from './ConditionFields';
import { ProblemNotice } from './Notices';
import { OptionField } from './OptionField';
import { ShareFields } from './ShareFields';

const DEFAULT_SEED = 42;
const MAX_SEED = Number.MAX_SAFE_INTEGER;

const ROWS: Option = {
  name: 'rows',
  type: 'integer',
  default: null,
  min: 1,
  description: '',
};
const SEED: Option = { name: 'seed', type: 'integer', default: 42, description: '' };

/** Column names to send: only where a real choice was made and names tell columns apart. */
function chosenColumns(dataset: Dataset, chosen: string[]): string[] | undefined {
  const names = dataset.columns.map((column) => column.name);
  return chosen.length === 0 || chosen.length === names.length
    ? undefined
    : names.filter((name) => chosen.includes(name));
}

/** What the server would choose, before anything is learnt. */
function Recommended({
  dataset,
  rows,
  seconds,
}: {
  dataset: Dataset;
  rows: number;
  seconds: number;
}) {
  const found = useQuery({
    queryKey: ['recommendation', dataset.dataset_id, rows, seconds],
    queryFn: () => api.recommendation(dataset.dataset_id, rows, seconds),
    enabled: dataset.rows > 0,
    placeholderData: (before) => before,
    refetchInterval: (query) => (query.state.data === null ? 1000 : false),
    retry: worthWaitingFor,
    retryDelay: 1000,
  });
  return (
    <p data-testid="recommended" dir="auto">
      {found.data ? recommended(found.data) : 'The model that suits the table is chosen for you.'}
    </p>
  );
}

function Form({ dataset, models }: { dataset: Dataset; models: Model[] }) {
  const first = models.find((model) => model.default) ?? models[0];
  const queries = useQueryClient();
  const [modelName, setModelName] = useState(first?.name ?? '');
  const model = models.find((candidate) => candidate.name === modelName) ?? first;
  const [drafts, setDrafts] = useState<Record<string, Draft>>({});
  const [rows, setRows] = useState(String(dataset.rows));
  const [seed, setSeed] = useState(String(DEFAULT_SEED));
  const [columns, setColumns] = useState<string[]>([]);
  const [groups, setGroups] = useState<GroupDraft[]>(ALL_ROWS);
  const [shares, setShares] = useState(AS_THEY_ARE);
  const [asked, setAsked] = useState(false);
  const [open, setOpen] = useState(false);
  const make = useMutation({
    mutationFn: ({ request, key }: { request: JobRequest; key: string }) =>
      api.generate(request, key),
    onSuccess: (job) => {
      queries.setQueryData(['job', job.job_id], job);
      void queries.invalidateQueries({ queryKey: ['jobs'] });
      goTo({ page: 'job', id: job.job_id });
    },
    retry: worthWaitingFor,
    retryDelay: 1000,
    onError: (error) => setOpen(asProblem(error).pointer !== null),
  });
  if (model === undefined) {
    return <p>This server has no model.</p>;
  }
  const draft: Draft = { ...draftOf(model), ...drafts[model.name] };
  const pointer = make.isError ? asProblem(make.error).pointer : null;
  const refused = (path: string): string | null =>
    pointer === path ? asProblem(make.error).detail : null;
  const several = rowsOf(groups);
  const wanted = several ?? (Number(rows) || 0);
  const rowsError = several === null ? complaint(ROWS, rows) : null;
  const seedError = complaint({ ...SEED, min: -MAX_SEED, max: MAX_SEED }, seed);
  const optionErrors = model.options.map((option) =>
    complaint(option, draft[option.name] ?? ''),
  );
  const unfinished = groups.map((group) => group.where.map(incomplete));
  const sharesError = unshareable(shares);
  const wrong =
    rowsError !== null ||
    seedError !== null ||
    sharesError !== null ||
    optionErrors.some(Boolean) ||
    unfinished.flat().some(Boolean) ||
    (several !== null && groups.some((group) => miscounted(group.rows) !== null));
  const conditionError = (group: number, i: number): string | null => {
    const path = several === null ? `/conditions/${i}` : `/conditions/${group}/where/${i}`;
    const here = pointer === path || pointer?.startsWith(`${path}/`);
    const missing = asked ? unfinished[group]?.[i] : undefined;
    return missing || (here ? asProblem(make.error).detail : null);
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (wrong) {
      setOpen(true);
      return;
    }
    const options = changed(model, draft);
    const chosen = chosenColumns(dataset, columns);
    const conditions = conditionsOf(groups);
    const rebalance = rebalanceOf(shares);
    const request: JobRequest = {
      dataset_id: dataset.dataset_id,
      model: model.name,
      rows: wanted,
      seed: Number(seed),
      ...(Object.keys(options).length > 0 ? { options } : {}),
      ...(chosen ? { columns: chosen } : {}),
      ...(conditions ? { conditions } : {}),
      ...(rebalance ? { rebalance } : {}),
    };
    make.mutate({ request, key: idempotencyKey() });
  };
  const names = [...new Set(dataset.columns.map((column) => column.name))].filter(Boolean);
  return (
    <form className="sheet make" onSubmit={submit} noValidate>
      <div className="make-grid">
        <div>
          <h2>{counted(wanted, 'invented row')}</h2>
          {model.name === AUTO ? (
            <Recommended
              dataset={dataset}
              rows={rowsError === null && wanted > 0 ? wanted : dataset.rows}
              seconds={Number(draft['time_budget_seconds']) || 0}
            />
          ) : (
            <p>
              {words(model.name)}: {model.summary}
            </p>
          )}
        </div>
        <Button
          type="submit"
          size="lg"
          loading={make.isPending}
          disabled={dataset.rows === 0}
          data-testid="make"
        >
          Make a safe copy
        </Button>
      </div>
      <details
        className="advanced"
        open={open}
        onToggle={(event) => setOpen(event.currentTarget.open)}
      >
        <summary>Advanced</summary>
        <div className="fields">
          <Select
            label="Model"
            description="How the copy is made"
            data={models.map((each) => ({ value: each.name, label: words(each.name) }))}
            value={model.name}
            allowDeselect={false}
            error={refused('/model')}
            onChange={(name) => setModelName(name ?? model.name)}
          />
          <NumberInput
            label="Rows"
            description={
              several === null
                ? `The file has ${counted(dataset.rows, 'row')}`
                : 'As the groups below say'
            }
            value={several === null ? rows : String(several)}
            disabled={several !== null}
            allowDecimal={false}
            clampBehavior="none"
            hideControls
            thousandSeparator=","
            error={refused('/rows') ?? rowsError}
            onChange={(next) => setRows(String(next))}
          />
          <NumberInput
            label="Seed"
            description="The same seed gives the same copy"
            value={seed}
            allowDecimal={false}
            clampBehavior="none"
            hideControls
            error={refused('/seed') ?? seedError}
            onChange={(next) => setSeed(String(next))}
          />
          {model.options.map((option, i) => (
            <OptionField
              key={`${model.name}/${option.name}`}
              option={option}
              value={draft[option.name] ?? ''}
              error={refused(`/options/${option.name}`) ?? optionErrors[i] ?? null}
              onChange={(value) =>
                setDrafts({ ...drafts, [model.name]: { ...draft, [option.name]: value } })
              }
            />
          ))}
          <MultiSelect
            className="wide"
            label="Columns"
            description="Leave empty for all of them"
            placeholder={columns.length === 0 ? 'All columns' : ''}
            data={names}
            value={columns}
            limit={200}
            searchable
            clearable
            error={pointer?.startsWith('/columns') ? asProblem(make.error).detail : null}
            onChange={setColumns}
          />
          <ConditionFields
            names={names}
            groups={groups}
            rows={rows}
            asked={asked}
            errorOf={conditionError}
            onChange={(drafts) => {
              setGroups(drafts);
              make.reset();
            }}
          />
          <ShareFields
            names={names}
            draft={shares}
            error={
              (asked ? sharesError : null) ??
              (pointer?.startsWith('/rebalance') ? asProblem(make.error).detail : null)
            }
            onChange={(draft) => {
              setShares(draft);
              make.reset();
            }}
          />
        </div>
      </details>
      {make.isError && (
        <div style={{ marginTop: '1.1rem' }}>
          <ProblemNotice error={make.error} />
        </div>
      )}
    </form>
  );
}

/** The second product: the rows that are there, with personal columns treated. */
function MaskedCopy({ dataset }: { dataset: Dataset }) {
  const queries = useQueryClient();
  const [project, setProject] = useState('');
  const make = useMutation({
    mutationFn: ({ key }: { key: string }) =>
      api.mask(dataset.dataset_id, project.trim() === '' ? {} : { project: project.trim() }, key),
    onSuccess: (job) => {
      queries.setQueryData(['job', job.job_id], job);
      void queries.invalidateQueries({ queryKey: ['jobs'] });
      goTo({ page: 'job', id: job.job_id });
    },
    retry: worthWaitingFor,
    retryDelay: 1000,
  });
  return (
    <section className="sheet make masked" aria-label="Masked copy">
      <div className="make-grid">
        <div>
          <h2>The same rows, masked</h2>
          <p>
            Every row stays, in its order; only personal columns are replaced, and a privacy officer
            can undo that where it was made to be undone. The other columns stay real: whoever knows
            enough about a person may still find the row. Invented rows keep more distance.
          </p>
        </div>
        <Button
          size="md"
          variant="default"
          loading={make.isPending}
          disabled={dataset.rows === 0}
          onClick={() => make.mutate({ key: idempotencyKey() })}
        >
          Make a masked copy
        </Button>
      </div>
      <details className="advanced">
        <summary>Several tables that belong together</summary>
        <div className="fields">
          <TextInput
            label="Project"
            description="Tables masked under the same project get the same value for the same value"
            value={project}
            onChange={(event) => setProject(event.currentTarget.value)}
          />
        </div>
      </details>
      {make.isError && (
        <div style={{ marginTop: '1.1rem' }}>
          <ProblemNotice error={make.error} />
        </div>
      )}
    </section>
  );
}

/** The one button, with everything that can be set folded under it. */
export function CopyForm({ dataset }: { dataset: Dataset }) {
  const models = useQuery({ queryKey: ['models'], queryFn: api.models, staleTime: Infinity });
  if (models.isError) {
    return <ProblemNotice error={models.error} onRetry={() => void models.refetch()} />;
  }
  return models.isPending ? (
    <Skeleton height="9.6rem" />
  ) : (
    <>
      <Form dataset={dataset} models={models.data.items} />
      <MaskedCopy dataset={dataset} />
    </>
  );
}
