import { Button, MultiSelect, Select, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api } from '../api/client';
import { asProblem } from '../api/problem';
import type { Job, MaskedColumn, Reveal } from '../api/types';
import { listed, moment } from '../format';
import { undoing } from '../masked';
import { treatmentName } from '../review';
import { useMasked } from '../useMasked';
import { ProblemNotice } from './Notices';
import { RevealAnswer } from './RevealAnswer';

/** Columns of the copy that nobody can have back, with what was done to them. */
function forGood(columns: MaskedColumn[]): string {
  const told = columns.map((column) => `${column.name} (${treatmentName(column.treatment).toLowerCase()})`);
  return `Not offered, because nothing keeps the values that stood there: ${listed(told).join('')}.`;
}

/** Chooses what to see and says why; the answer is a link that works once. */
export function RevealForm({
  jobs,
  nameOf,
  first,
}: {
  jobs: Job[];
  nameOf: (dataset: string) => string | undefined;
  first: string | undefined;
}) {
  const queries = useQueryClient();
  const [jobId, setJobId] = useState(first ?? jobs[0]?.job_id ?? '');
  const job = jobs.find((each) => each.job_id === jobId);
  const [columns, setColumns] = useState<string[]>([]);
  const [purpose, setPurpose] = useState('');
  const [answer, setAnswer] = useState<Reveal | null>(null);
  const masked = useMasked(job?.job_id);
  const ask = useMutation({
    mutationFn: () => api.reveal({ artifact: { job_id: jobId }, columns, purpose: purpose.trim() }),
    onSuccess: setAnswer,
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['audit'] });
      void queries.invalidateQueries({ queryKey: ['reveals'] });
    },
  });
  const problem = ask.isError ? asProblem(ask.error) : null;
  const refused = (path: string) => (problem?.pointer?.startsWith(path) ? problem.detail : null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate();
  };
  const { can, cannot } = undoing(masked.data?.columns ?? []);
  const nothing = masked.data && can.length === 0;
  return (
    <form className="sheet make" onSubmit={submit} noValidate>
      <div className="fields">
        <Select
          label="Masked copy"
          data={jobs.map((each) => ({
            value: each.job_id,
            label: `${nameOf(each.dataset_id) ?? 'Table'}, ${moment(each.created_at)}`,
          }))}
          value={jobId}
          allowDeselect={false}
          error={refused('/artifact')}
          onChange={(next) => {
            setJobId(next ?? jobId);
            setColumns([]);
            setAnswer(null);
          }}
        />
        <MultiSelect
          label="Columns"
          description={
            nothing ? 'No column of this copy can be undone' : 'Those whose treatment can be undone'
          }
          data={can}
          disabled={can.length === 0}
          value={columns}
          searchable
          error={refused('/columns')}
          onChange={setColumns}
        />
        {cannot.length > 0 && (
          <p className="wide small quiet" data-testid="for-good">
            {forGood(cannot)}
          </p>
        )}
        <Textarea
          className="wide"
          label="Purpose"
          description="Stands in the log, with your name and the time"
          autosize
          minRows={2}
          value={purpose}
          error={refused('/purpose')}
          onChange={(event) => setPurpose(event.currentTarget.value)}
        />
      </div>
      <div className="editor-buttons" style={{ marginTop: '1.1rem' }}>
        <Button
          type="submit"
          loading={ask.isPending}
          disabled={columns.length === 0 || purpose.trim() === ''}
        >
          Ask to reveal
        </Button>
      </div>
      {masked.isError && (
        <ProblemNotice error={masked.error} onRetry={() => void masked.refetch()} />
      )}
      {problem && !problem.pointer && <ProblemNotice error={problem} />}
      {answer && <RevealAnswer reveal={answer} />}
    </form>
  );
}
