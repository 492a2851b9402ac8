import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api } from '../api/client';
import type { Dataset, Job, Reading } from '../api/types';
import { bytes, count, counted } from '../format';
import { Associations } from '../parts/Associations';
import { Columns, useProfile, type Order } from '../parts/Columns';
import { CopyForm } from '../parts/CopyForm';
import { EraseSection } from '../parts/EraseSection';
import { Exposure } from '../parts/Exposure';
import { JobList } from '../parts/JobList';
import { ProblemNotice } from '../parts/Notices';
import { PersonalNotice } from '../parts/PersonalNotice';
import { PreviewSection } from '../parts/PreviewSection';
import { Relations } from '../parts/Relations';
import { SettingsFile } from '../parts/SettingsFile';
import { Prose } from '../parts/Prose';
import { useTitle } from '../parts/useTitle';
import { isReadAnew } from '../reading';
import { Link } from '../router';

const FORMATS: Record<Reading['format'], string> = {
  csv: 'delimited text',
  xlsx: 'Excel workbook',
  parquet: 'Parquet',
  jsonl: 'JSON lines',
};

function Facts({ dataset }: { dataset: Dataset }) {
  const { reading } = dataset;
  const packed = reading.container === 'none' ? '' : `, ${reading.container}`;
  const facts: [string, string][] = [
    ['Rows', count(dataset.rows)],
    ['Columns', count(dataset.columns.length)],
    ['Size', bytes(dataset.bytes)],
    ['Format', `${FORMATS[reading.format]}${packed}`],
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
  const found = useQuery({
    queryKey: ['dataset', id],
    queryFn: () => api.dataset(id),
    refetchInterval: (query) => (isReadAnew(query.state.data) ? 1000 : false),
  });
  const columns = useProfile(found.data);
  const { profile } = columns;
  const [order, setOrder] = useState<Order>('file');
  const heading = useRef<HTMLHeadingElement>(null);
  const dataset = found.data;
  useTitle(dataset?.name ?? 'Data');
  const review = () => {
    setOrder('risk');
    heading.current?.scrollIntoView({ block: 'start' });
    heading.current?.focus({ preventScroll: true });
  };
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

      {!columns.isError && <PersonalNotice id={id} profile={profile} onReview={review} />}

      <div style={{ marginTop: '1.25rem' }}>
        {dataset ? <CopyForm dataset={dataset} /> : <Skeleton height="9rem" />}
      </div>

      <PreviewSection id={id} dataset={dataset} />

      <section className="section">
        <div className="section-head">
          <h2 ref={heading} tabIndex={-1}>
            Columns
          </h2>
          <p>What each one was taken for, and what it holds.</p>
        </div>
        <Columns id={id} dataset={dataset} found={columns} order={order} onOrder={setOrder} />
        {dataset && <SettingsFile dataset={dataset} ready={profile !== null} />}
      </section>

      {profile?.exposure && <Exposure exposure={profile.exposure} />}

      {profile && <Relations id={id} />}

      {profile && <Associations id={id} />}

      {dataset && <Copies id={id} name={dataset.name} />}
      {dataset && <EraseSection dataset={dataset} />}
    </>
  );
}
