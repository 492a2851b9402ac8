import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client';
import { isMasked } from '../jobs';
import { AuditLog } from '../parts/AuditLog';
import { Nothing, ProblemNotice } from '../parts/Notices';
import { RevealForm } from '../parts/RevealForm';
import { Requests } from '../parts/Requests';
import { useTitle } from '../parts/useTitle';
import { Link } from '../router';

/** Jobs that the desk looks through for masked copies. */
const JOBS = 100;

function Ask({ first }: { first: string | undefined }) {
  const jobs = useQuery({ queryKey: ['jobs', 'masked'], queryFn: () => api.jobs(JOBS) });
  const datasets = useQuery({ queryKey: ['datasets', 'names'], queryFn: () => api.datasets(100) });
  const names = new Map(datasets.data?.items.map((each) => [each.dataset_id, each.name]));
  const masked =
    jobs.data?.items.filter((each) => isMasked(each) && each.state === 'SUCCEEDED') ?? [];
  if (jobs.isError) {
    return <ProblemNotice error={jobs.error} onRetry={() => void jobs.refetch()} />;
  }
  if (jobs.isPending || datasets.isPending) {
    return <Skeleton height="14rem" />;
  }
  return masked.length === 0 ? (
    <Nothing title="There is no masked copy yet">
      <Link to={{ page: 'home' }}>Make one of a table</Link>
    </Nothing>
  ) : (
    <RevealForm jobs={masked} nameOf={(dataset) => names.get(dataset)} first={first} />
  );
}

/** What the roles of whoever asks let them see and do at the desk. */
function Desk({ roles, job }: { roles: string[]; job: string | undefined }) {
  const officer = roles.includes('privacy-officer');
  return (
    <>
      <section className="section">
        <div className="section-head">
          <h2>Ask</h2>
        </div>
        {officer ? (
          <Ask first={job} />
        ) : (
          <Nothing title="Only a privacy officer can reveal">
            <Link to={{ page: 'access' }}>Use a key that has this role</Link>
          </Nothing>
        )}
      </section>
      {(officer || roles.includes('admin')) && (
        <>
          <section className="section">
            <div className="section-head">
              <h2>Requests</h2>
              <p>The newest first. Where the server asks for a second person, they agree here.</p>
            </div>
            <Requests />
          </section>
          <section className="section">
            <div className="section-head">
              <h2>Log</h2>
              <p>The newest first.</p>
            </div>
            <AuditLog />
          </section>
        </>
      )}
    </>
  );
}

/** Where masking is undone: by whom it may, for a purpose that is written down. */
export function RevealPage({ job }: { job: string | undefined }) {
  useTitle('Reveal desk');
  const me = useQuery({ queryKey: ['me'], queryFn: api.me });
  return (
    <>
      <h1>Reveal desk</h1>
      <p className="lead-text">
        Undoes the masking of the columns that you name. Who asked, when, for which columns and why
        is written into a log that shows every later change to itself.
      </p>
      {me.isError ? (
        <ProblemNotice error={me.error} onRetry={() => void me.refetch()} />
      ) : me.data ? (
        <Desk roles={me.data.roles} job={job} />
      ) : (
        <Skeleton height="14rem" mt="2.75rem" />
      )}
    </>
  );
}
