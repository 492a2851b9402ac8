import { Button, MultiSelect, Select, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api } from '../api/client';
import { asProblem } from '../api/problem';
import type { Job, Reveal } from '../api/types';
import { moment } from '../format';
import { ProblemNotice } from './Notices';
import { RevealAnswer } from './RevealAnswer';

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
  const profile = useQuery({
    queryKey: ['profile', job?.dataset_id],
    queryFn: () => api.profile(job?.dataset_id ?? ''),
    enabled: job !== undefined,
  });
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
  const names = profile.data?.columns.map((column) => column.name) ?? [];
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
          description="Only those whose treatment can be undone"
          data={[...new Set(names)]}
          value={columns}
          searchable
          error={refused('/columns')}
          onChange={setColumns}
        />
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
      {problem && !problem.pointer && <ProblemNotice error={problem} />}
      {answer && <RevealAnswer reveal={answer} />}
    </form>
  );
}
