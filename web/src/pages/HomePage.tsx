import { Skeleton } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api, upload, uploadSample } from '../api/client';
import { asProblem } from '../api/problem';
import type { Dataset, Sample } from '../api/types';
import { ago, bytes, count, counted } from '../format';
import { DropArea } from '../parts/DropArea';
import { Nothing, ProblemNotice } from '../parts/Notices';
import { useTitle } from '../parts/useTitle';
import { goTo, Link } from '../router';

type Send = (
  onProgress: (share: number) => void,
  signal: AbortSignal,
) => Promise<Dataset>;

interface Sending {
  name: string;
  share: number;
}

/** One upload at a time: what is on its way, what went wrong, and how to stop it. */
function useUpload() {
  const queries = useQueryClient();
  const [sending, setSending] = useState<Sending | null>(null);
  const [error, setError] = useState<unknown>(null);
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);

  const start = (name: string, send: Send) => {
    const controller = new AbortController();
    abort.current = controller;
    setError(null);
    setSending({ name, share: 0 });
    send((share) => setSending({ name, share }), controller.signal)
      .then((dataset) => {
        queries.setQueryData(['dataset', dataset.dataset_id], dataset);
        void queries.invalidateQueries({ queryKey: ['datasets'] });
        goTo({ page: 'dataset', id: dataset.dataset_id });
      })
      .catch((reason: unknown) => {
        if (!controller.signal.aborted) {
          setError(asProblem(reason));
        }
        setSending(null);
      });
  };
  return { sending, error, start, stop: () => abort.current?.abort() };
}

function Samples({ busy, onPick }: { busy: boolean; onPick: (sample: Sample) => void }) {
  const samples = useQuery({ queryKey: ['samples'], queryFn: api.samples, staleTime: Infinity });
  if (samples.isError) {
    return <ProblemNotice error={samples.error} onRetry={() => void samples.refetch()} />;
  }
  return (
    <ul className="samples">
      {samples.isPending
        ? [1, 2].map((n) => (
            <li key={n}>
              <Skeleton height="7.2rem" />
            </li>
          ))
        : samples.data.items.map((sample) => (
            <li key={sample.name}>
              <button
                type="button"
                className="sample"
                disabled={busy}
                onClick={() => onPick(sample)}
                data-testid={`sample-${sample.name}`}
              >
                <strong>{sample.title}</strong>
                <span>{sample.description}</span>
                <span className="small quiet">
                  {counted(sample.rows, 'row')}, {counted(sample.columns, 'column')},{' '}
                  {sample.licence}
                </span>
              </button>
            </li>
          ))}
    </ul>
  );
}

function Recent() {
  const datasets = useQuery({ queryKey: ['datasets'], queryFn: () => api.datasets(20) });
  if (datasets.isPending) {
    return <Skeleton height="4.2rem" />;
  }
  if (datasets.isError) {
    return <ProblemNotice error={datasets.error} onRetry={() => void datasets.refetch()} />;
  }
  if (datasets.data.items.length === 0) {
    return <Nothing title="No data yet">What you upload is listed here.</Nothing>;
  }
  return (
    <ul className="sheet rows">
      {datasets.data.items.map((dataset) => (
        <li key={dataset.dataset_id}>
          <Link to={{ page: 'dataset', id: dataset.dataset_id }} className="row-link">
            <strong className="cut" title={dataset.name} dir="auto">
              {dataset.name}
            </strong>
            <span className="row-side small quiet">
              {counted(dataset.rows, 'row')} × {count(dataset.columns.length)},{' '}
              {bytes(dataset.bytes)}, {ago(dataset.created_at)}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

export function HomePage() {
  useTitle('');
  const { sending, error, start, stop } = useUpload();
  const sendFile = (file: File) =>
    start(file.name, (onProgress, signal) => upload(file, file.name, onProgress, signal));
  const sendSample = (sample: Sample) =>
    start(sample.title, (onProgress, signal) => uploadSample(sample, onProgress, signal));
  return (
    <>
      <div className="home-top">
        <section className="lead">
          <h1>Synthetic tables that keep the statistics and lose the people.</h1>
          <p>
            Give a table of real rows. Get one of invented rows that behaves like it, with scores
            that say how alike the two are.
          </p>
          <ol>
            <li>
              <span>1</span>
              <span>Drop a table and look at what was read and found.</span>
            </li>
            <li>
              <span>2</span>
              <span>Press “Make a safe copy” and watch it work.</span>
            </li>
            <li>
              <span>3</span>
              <span>Download the copy and read its scores.</span>
            </li>
          </ol>
        </section>
        <DropArea sending={sending} onFile={sendFile} onStop={stop} />
      </div>
      {error !== null && (
        <div className="section" style={{ marginTop: '1rem' }}>
          <ProblemNotice error={error} />
        </div>
      )}
      <section className="section">
        <div className="section-head">
          <h2>Or start with a sample</h2>
        </div>
        <Samples busy={sending !== null} onPick={sendSample} />
      </section>
      <section className="section">
        <div className="section-head">
          <h2>Your data</h2>
        </div>
        <Recent />
      </section>
    </>
  );
}

