import type { Job } from '../api/types';
import { ago, counted, duration, secondsBetween } from '../format';
import { makerOf } from '../jobs';
import { Link } from '../router';

const STATES: Record<Job['state'], { label: string; tone?: 'good' | 'bad' | 'warn' }> = {
  QUEUED: { label: 'Waiting' },
  RUNNING: { label: 'Running', tone: 'warn' },
  SUCCEEDED: { label: 'Done', tone: 'good' },
  FAILED: { label: 'Failed', tone: 'bad' },
  CANCELLED: { label: 'Cancelled' },
};

export function StateTag({ job }: { job: Job }) {
  const { label, tone } = STATES[job.state] ?? { label: job.state };
  const running = job.state === 'RUNNING' ? ` ${Math.floor(job.percent)}%` : '';
  return (
    <span className="tag" data-tone={tone}>
      {label}
      {running}
    </span>
  );
}

export function JobList({
  jobs,
  nameOf,
}: {
  jobs: Job[];
  nameOf: (dataset: string) => string | undefined;
}) {
  return (
    <ul className="sheet rows" data-testid="jobs">
      {jobs.map((job) => {
        const seconds = secondsBetween(job.started_at, job.finished_at);
        const name = nameOf(job.dataset_id) ?? `Table ${job.dataset_id.slice(0, 8)}`;
        return (
          <li key={job.job_id}>
            <Link to={{ page: 'job', id: job.job_id }} className="row-link">
              <span style={{ display: 'flex', gap: '0.75rem', minWidth: 0, alignItems: 'center' }}>
                <strong className="cut" title={name} dir="auto">
                  {name}
                </strong>
                <StateTag job={job} />
              </span>
              <span className="row-side small quiet">
                {makerOf(job)}, {counted(job.rows, 'row')}
                {seconds === null || job.state !== 'SUCCEEDED' ? '' : `, ${duration(seconds)}`}, {ago(job.created_at)}
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
