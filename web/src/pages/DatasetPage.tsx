import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, worthWaitingFor } from '../api/client';
import type { ColumnProfile, Dataset, Job } from '../api/types';
import { bytes, count, counted, delimiterName } from '../format';
import { ColumnCard, ColumnCardSkeleton } from '../parts/ColumnCard';
import { CopyForm } from '../parts/CopyForm';
import { JobList } from '../parts/JobList';
import { Nothing, ProblemNotice } from '../parts/Notices';
import { Prose } from '../parts/Prose';
import { PreviewTable } from '../parts/PreviewTable';
import { useTitle } from '../parts/useTitle';
import { Link } from '../router';

/** Rows that the preview shows. */
const PREVIEW_ROWS = 50;
/** Cards that a page shows at once; a table may have thousands of columns. */
const CARDS = 60;

function Facts({ dataset }: { dataset: Dataset }) {
  const { dialect } = dataset;
  const facts: [string, string][] = [
    ['Rows', count(dataset.rows)],
    ['Columns', count(dataset.columns.length)],
    ['Size', bytes(dataset.bytes)],
    ['Encoding', dialect.charset],
    ['Delimiter', delimiterName(dialect.delimiter)],
    ['Header', dialect.header ? 'first line' : 'none'],
    ...(dialect.quote ? [['Quote', dialect.quote] as [string, string]] : []),
    ...(dialect.skipped_lines > 0
      ? [['Lines skipped above', count(dialect.skipped_lines)] as [string, string]]
      : []),
  ];
  return (
    <dl className="facts" data-testid="facts">
      {facts.map(([name, value]) => (
        <div className="fact" key={name}>
          <dt>{name}</dt>
          <dd className="cut">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Warnings({ dataset }: { dataset: Dataset }) {
  if (dataset.warnings.length === 0) {
    return null;
  }
  return (
    <div className="notice" data-tone="warn" style={{ marginTop: '1.25rem' }}>
      <div className="notice-body">
        <p className="notice-title">
          Read, with {counted(dataset.warnings.length, 'thing')} to know
        </p>
        <ul className="bulleted">
          {dataset.warnings.map((warning, i) => (
            <li key={i}>
              <Prose text={warning.message} />
              {warning.first_row ? (
                <span className="quiet"> First at row {count(warning.first_row)}.</span>
              ) : null}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function Columns({ id, dataset }: { id: string; dataset: Dataset | undefined }) {
  const [all, setAll] = useState(false);
  const profile = useQuery({
    queryKey: ['profile', id],
    queryFn: () => api.profile(id),
    refetchInterval: (query) => (query.state.data === null ? 1000 : false),
    staleTime: 60_000,
    enabled: dataset !== undefined,
    retry: worthWaitingFor,
    retryDelay: 1000,
  });
  if (profile.isError) {
    return <ProblemNotice error={profile.error} onRetry={() => void profile.refetch()} />;
  }
  if (!profile.data) {
    const places = Math.min(dataset?.columns.length ?? 4, CARDS);
    return (
      <>
        <p className="unseen" role="status">
          Looking at the columns…
        </p>
        <ul className="cards">
          {Array.from({ length: places }, (_, i) => (
            <ColumnCardSkeleton key={i} name={dataset?.columns[i]?.name} />
          ))}
        </ul>
      </>
    );
  }
  const columns: ColumnProfile[] = profile.data.columns;
  const shown = all ? columns : columns.slice(0, CARDS);
  return (
    <>
      <ul className="cards" data-testid="cards">
        {shown.map((column) => (
          <ColumnCard key={column.position} column={column} rows={profile.data?.rows ?? 0} />
        ))}
      </ul>
      {shown.length < columns.length && (
        <Button variant="default" mt="md" onClick={() => setAll(true)}>
          Show all {count(columns.length)} columns
        </Button>
      )}
    </>
  );
}

function Copies({ id, name }: { id: string; name: string }) {
  const jobs = useQuery({ queryKey: ['jobs', 'of', id], queryFn: () => api.jobsOf(id) });
  const items: Job[] = jobs.data?.items ?? [];
  if (items.length === 0) {
    return null;
  }
  return (
    <section className="section">
      <div className="section-head">
        <h2>Copies made of this table</h2>
      </div>
      <JobList jobs={items} nameOf={() => name} />
    </section>
  );
}

export function DatasetPage({ id }: { id: string }) {
  const found = useQuery({ queryKey: ['dataset', id], queryFn: () => api.dataset(id) });
  const preview = useQuery({
    queryKey: ['preview', id],
    queryFn: () => api.preview(id, PREVIEW_ROWS),
    staleTime: Infinity,
    enabled: !found.isError,
  });
  const dataset = found.data;
  useTitle(dataset?.name ?? 'Data');
  if (found.isError) {
    return (
      <ProblemNotice error={found.error} onRetry={() => void found.refetch()}>
        <Button component="a" href="#/" size="xs" variant="default">
          Go to your data
        </Button>
      </ProblemNotice>
    );
  }
  return (
    <>
      <p className="crumb">
        <Link to={{ page: 'home' }}>Your data</Link>
      </p>
      <h1 className="title" dir="auto">
        {dataset?.name ?? <Skeleton height="2.4rem" width="18rem" />}
      </h1>
      {dataset ? <Facts dataset={dataset} /> : <Skeleton height="1.7rem" mt="0.85rem" />}
      {dataset && <Warnings dataset={dataset} />}

      <div style={{ marginTop: '1.5rem' }}>
        {dataset ? <CopyForm dataset={dataset} /> : <Skeleton height="9rem" />}
      </div>

      <section className="section">
        <div className="section-head">
          <h2>Preview</h2>
          <p>The first {Math.min(PREVIEW_ROWS, dataset?.rows ?? PREVIEW_ROWS)} rows, as they stand in the file.</p>
        </div>
        {preview.isError ? (
          <ProblemNotice error={preview.error} onRetry={() => void preview.refetch()} />
        ) : preview.data ? (
          preview.data.rows.length > 0 ? (
            <PreviewTable preview={preview.data} />
          ) : (
            <Nothing title="The file has a header and no rows" />
          )
        ) : (
          <Skeleton height="21.5rem" />
        )}
      </section>

      <section className="section">
        <div className="section-head">
          <h2>Columns</h2>
          <p>What each one was taken for, and what it holds.</p>
        </div>
        <Columns id={id} dataset={dataset} />
      </section>

      {dataset && <Copies id={id} name={dataset.name} />}
    </>
  );
}
