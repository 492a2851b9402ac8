import { Button, Skeleton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, downloadUrl, worthWaitingFor } from '../api/client';
import { Problem } from '../api/problem';
import type { Job } from '../api/types';
import { isFinal } from '../api/watch';
import { sentence, shared } from '../conditions';
import { bytes, count, counted, duration, secondsBetween } from '../format';
import { DownloadButton } from '../parts/DownloadButton';
import { JobProgress, Scoring } from '../parts/JobProgress';
import { StateTag } from '../parts/JobList';
import { MaskedResults } from '../parts/MaskedResults';
import { ProblemNotice } from '../parts/Notices';
import { Results } from '../parts/Results';
import { useTitle } from '../parts/useTitle';
import { isMasked, makerOf } from '../jobs';
import { capital, storyOf } from '../recommended';
import { goTo, Link } from '../router';
import { useJob } from '../useJob';

function useEvaluation(job: Job | undefined) {
  return useQuery({
    queryKey: ['evaluation', job?.job_id, job?.attempt],
    queryFn: () => api.evaluation(job?.job_id ?? ''),
    enabled: job?.state === 'SUCCEEDED' && !isMasked(job),
    refetchInterval: (query) => (query.state.data === null ? 1000 : false),
    staleTime: 60_000,
    retryDelay: 1000,
    retry: worthWaitingFor,
  });
}

function useRetry(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => api.retry(id),
    onSuccess: (job) => queries.setQueryData(['job', id], job),
  });
}

/** Why there is no copy, and the way on. */
function Ended({ job }: { job: Job }) {
  const retry = useRetry(job.job_id);
  const buttons = (
    <>
      <Button size="xs" loading={retry.isPending} onClick={() => retry.mutate()}>
        Run it again
      </Button>
      <Button
        size="xs"
        variant="default"
        onClick={() => goTo({ page: 'dataset', id: job.dataset_id })}
      >
        Change the settings
      </Button>
    </>
  );
  return (
    <div style={{ marginTop: '1.75rem' }} data-testid="ended">
      {job.state === 'FAILED' ? (
        <ProblemNotice
          error={
            new Problem(
              409,
              job.error?.code ?? 'job-failed',
              'The copy could not be made',
              job.error?.detail ?? '',
              job.error?.action ?? '',
            )
          }
        >
          {buttons}
        </ProblemNotice>
      ) : (
        <div className="notice">
          <div className="notice-body">
            <p className="notice-title">This job was cancelled</p>
            <p>It stopped at {Math.floor(job.percent)}%. Nothing of it was kept.</p>
            <div className="notice-buttons">{buttons}</div>
          </div>
        </div>
      )}
      {retry.isError && <ProblemNotice error={retry.error} />}
    </div>
  );
}

function Facts({ job }: { job: Job }) {
  const seconds = secondsBetween(job.started_at, job.finished_at);
  const facts: [string, string][] = [
    [isMasked(job) ? 'Kind' : 'Model', makerOf(job)],
    ['Rows', count(job.result?.rows ?? job.rows)],
    ...(isMasked(job) ? [] : [['Seed', String(job.seed)] as [string, string]]),
    ...(job.columns ? [['Columns', count(job.columns.length)] as [string, string]] : []),
    ...(seconds === null ? [] : [[job.state === 'SUCCEEDED' ? 'Made in' : 'Ran for', duration(seconds)] as [string, string]]),
    ...(job.result ? [['Size', bytes(job.result.bytes)] as [string, string]] : []),
    ...(job.attempt > 1 ? [['Attempt', String(job.attempt)] as [string, string]] : []),
  ];
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div className="fact" key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What the rows were asked to be like, a sentence each. */
function wishes({ conditions = [], rebalance }: Job): string[] {
  const groups = conditions.filter((each) => 'where' in each);
  const all = conditions.filter((each) => 'op' in each);
  const lines = groups.map(({ rows, where }) =>
    [counted(rows, 'row'), ...(where.length > 0 ? [where.map(sentence).join(' and ')] : [])].join(
      ' where ',
    ),
  );
  return [
    ...(groups.length > 0 ? [lines.join('; ')] : []),
    ...(all.length > 0 ? [`Only rows where ${all.map(sentence).join(' and ')}`] : []),
    ...(rebalance ? [`Shares of ${shared(rebalance)}`] : []),
  ];
}

function Asked({ job }: { job: Job }) {
  const said = wishes(job);
  return said.length === 0 ? null : (
    <p className="quiet" data-testid="asked" dir="auto">
      {said.join('. ')}.
    </p>
  );
}

/** What holds in every row. */
function Kept({ job: { relations_kept } }: { job: Job }) {
  return relations_kept?.length ? (
    <p className="quiet" data-testid="kept" dir="auto">
      Kept exactly: {relations_kept.join('; ')}.
    </p>
  ) : null;
}

/** How many rows of a large table were learnt. */
function Learnt({ job: { learnt_from } }: { job: Job }) {
  return learnt_from ? (
    <p className="quiet" data-testid="learnt">
      {learnt_from}
    </p>
  ) : null;
}

/** Why this model, and what became of those that were tried before it. */
function Story({ job }: { job: Job }) {
  const story = storyOf(job.auto);
  if (!job.auto) {
    return null;
  }
  return (
    <div className="quiet chosen" data-testid="story">
      <p>{capital(job.auto.reason)}</p>
      {story.length > 0 && (
        <ol className="story">
          {story.map((attempt, i) => (
            <li key={i}>{capital(attempt.sentence)}</li>
          ))}
        </ol>
      )}
    </div>
  );
}

function Finished({ job }: { job: Job }) {
  const evaluation = useEvaluation(job);
  if (evaluation.isError) {
    return (
      <div style={{ marginTop: '1.75rem' }}>
        <ProblemNotice error={evaluation.error} onRetry={() => void evaluation.refetch()} />
      </div>
    );
  }
  if (!evaluation.data) {
    return <Scoring job={job} />;
  }
  return <Results job={job} evaluation={evaluation.data} />;
}

const HEADINGS: Record<Job['state'], string> = {
  QUEUED: 'Making a copy',
  RUNNING: 'Making a copy',
  SUCCEEDED: 'Your copy is ready',
  FAILED: 'No copy was made',
  CANCELLED: 'Cancelled',
};

export function JobPage({ id }: { id: string }) {
  const { query, trouble } = useJob(id);
  const job = query.data;
  const dataset = useQuery({
    queryKey: ['dataset', job?.dataset_id],
    queryFn: () => api.dataset(job?.dataset_id ?? ''),
    enabled: job !== undefined,
    staleTime: Infinity,
  });
  const name = dataset.data?.name;
  const progress = job && !isFinal(job) ? `${Math.floor(job.percent)}% ` : '';
  useTitle(`${progress}${job ? HEADINGS[job.state] : 'Job'}${name ? `: ${name}` : ''}`);
  if (query.isError && job === undefined) {
    return (
      <ProblemNotice error={query.error} onRetry={() => void query.refetch()}>
        <Button component="a" href="#/jobs" size="xs" variant="default">
          Go to the jobs
        </Button>
      </ProblemNotice>
    );
  }
  if (job === undefined) {
    return (
      <>
        <p className="crumb" />
        <Skeleton height="2.4rem" width="20rem" />
        <Skeleton height="1.7rem" mt="0.85rem" width="28rem" />
        <Skeleton height="19rem" mt="1.75rem" />
      </>
    );
  }
  return (
    <>
      <div className="result-head">
        <div>
          <p className="crumb cut" dir="auto">
            <Link to={{ page: 'dataset', id: job.dataset_id }} title={name}>
              {name ?? counted(job.rows, 'row')}
            </Link>
          </p>
          <h1>
            {HEADINGS[job.state]}
            <span className="unseen">
              <StateTag job={job} />
            </span>
          </h1>
          <Facts job={job} />
          <Asked job={job} />
          <Kept job={job} />
          <Learnt job={job} />
          <Story job={job} />
        </div>
        {job.state === 'SUCCEEDED' && (
          <div className="result-buttons">
            <DownloadButton href={downloadUrl(job.job_id)} name="copy.csv" size="md">
              Download CSV
            </DownloadButton>
            <Button
              component="a"
              href={`#/datasets/${encodeURIComponent(job.dataset_id)}`}
              size="md"
              variant="default"
            >
              Make another
            </Button>
          </div>
        )}
      </div>
      {!isFinal(job) && <JobProgress job={job} trouble={trouble} />}
      {(job.state === 'FAILED' || job.state === 'CANCELLED') && <Ended job={job} />}
      {job.state === 'SUCCEEDED' &&
        (isMasked(job) ? <MaskedResults job={job} /> : <Finished job={job} />)}
    </>
  );
}
