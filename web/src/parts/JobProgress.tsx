import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client';
import { asProblem } from '../api/problem';
import type { Job } from '../api/types';
import { duration, secondsBetween } from '../format';
import { stageOf, stagesOf, type Stage } from '../jobs';
import { useNow } from '../useJob';
import { ProblemNotice } from './Notices';

function Stages({ stages, current }: { stages: Stage[]; current: number }) {
  return (
    <ol className="stages" aria-label="Stages">
      {stages.map((stage, i) => {
        const state = i < current ? 'done' : i === current ? 'now' : 'next';
        return (
          <li key={stage.name} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
            {stage.label}
            {state === 'done' && <span className="unseen"> (done)</span>}
          </li>
        );
      })}
    </ol>
  );
}

/** The copy is there and can be fetched; its scores are still being worked out. */
export function Scoring({ job }: { job: Job }) {
  const stages = stagesOf(job);
  return (
    <div className="sheet progress" data-testid="scoring">
      <div className="progress-main">
        <p className="progress-number progress-words" aria-hidden="true">
          Scoring
        </p>
        <p className="progress-stage" role="status">
          Comparing it with the original, column by column and pair by pair
        </p>
        <div
          className="progress-bar"
          data-waiting
          role="progressbar"
          aria-label="Progress of the scores"
        >
          <span />
        </div>
        <p className="progress-times">
          The copy can be downloaded already.
        </p>
      </div>
      <Stages stages={stages} current={stages.length - 1} />
    </div>
  );
}

export function JobProgress({ job, trouble }: { job: Job; trouble: unknown }) {
  const now = useNow(true);
  const queries = useQueryClient();
  const cancel = useMutation({
    mutationFn: () => api.cancel(job.job_id),
    onSuccess: (answer) => queries.setQueryData(['job', job.job_id], answer),
  });
  const stages = stagesOf(job);
  const current = stageOf(job);
  const elapsed = secondsBetween(job.started_at ?? job.created_at, now) ?? 0;
  const whole = Math.floor(job.percent);
  const waiting = job.state === 'QUEUED';
  return (
    <>
      <div className="sheet progress" data-testid="progress">
        <div className="progress-main">
          <p className="progress-number" aria-hidden="true">
            {whole}
            <small>%</small>
          </p>
          <p className="progress-stage" role="status" data-testid="stage">
            {stages[current]?.now}
          </p>
          <div
            className="progress-bar"
            data-waiting={waiting || undefined}
            role="progressbar"
            aria-label="Progress of the job"
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={whole}
          >
            <span style={{ width: `${job.percent}%` }} />
          </div>
          <p className="progress-times">
            <span>
              {waiting ? 'Waiting for' : 'Running for'} <b>{duration(elapsed)}</b>
            </span>
            <span>
              {job.eta_seconds === null ? (
                'Time left is not known yet'
              ) : (
                <>
                  About <b>{duration(job.eta_seconds)}</b> left
                </>
              )}
            </span>
          </p>
          <div className="progress-row">
            <Button
              variant="default"
              loading={cancel.isPending}
              onClick={() => cancel.mutate()}
              data-testid="cancel"
            >
              Cancel
            </Button>
            <span className="small quiet">
              You may close this page. The job goes on, and this address shows it.
            </span>
          </div>
        </div>
        <Stages stages={stages} current={current} />
      </div>
      {cancel.isError && asProblem(cancel.error).code !== 'job-finished' && (
        <div style={{ marginTop: '1rem' }}>
          <ProblemNotice error={cancel.error} onRetry={() => cancel.mutate()} />
        </div>
      )}
      {trouble !== null && (
        <div style={{ marginTop: '1rem' }}>
          <ProblemNotice error={trouble}>
            <span className="small quiet">Still trying…</span>
          </ProblemNotice>
        </div>
      )}
    </>
  );
}
