import { asProblem, Problem, problemOf } from './problem';
import type {
  Dataset,
  Evaluation,
  Job,
  JobRequest,
  Model,
  Page,
  Preview,
  Profile,
  Sample,
} from './types';

async function send(path: string, init: RequestInit = {}): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, {
      ...init,
      headers: { Accept: 'application/json, application/problem+json', ...init.headers },
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') {
      throw error;
    }
    throw problemOf(0, '');
  }
  if (!response.ok) {
    throw problemOf(response.status, await response.text().catch(() => ''));
  }
  return response;
}

async function read<T>(path: string, init?: RequestInit): Promise<T> {
  return (await send(path, init)).json() as Promise<T>;
}

/** The answer, or `null` while the server is still working on it (202). */
async function readWhenReady<T>(path: string, init?: RequestInit): Promise<T | null> {
  const response = await send(path, init);
  return response.status === 202 ? null : ((await response.json()) as T);
}

const id = encodeURIComponent;

/** A random key that makes a repeated request count once; works without a secure context too. */
export function idempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export const api = {
  samples: () => read<Page<Sample>>('/v1/samples'),
  models: () => read<Page<Model>>('/v1/models'),
  datasets: (limit: number) => read<Page<Dataset>>(`/v1/datasets?limit=${limit}`),
  dataset: (dataset: string) => read<Dataset>(`/v1/datasets/${id(dataset)}`),
  preview: (dataset: string, rows: number) =>
    read<Preview>(`/v1/datasets/${id(dataset)}/preview?rows=${rows}`),
  profile: (dataset: string) => readWhenReady<Profile>(`/v1/datasets/${id(dataset)}/profile`),
  jobs: (limit: number, cursor?: string | null) =>
    read<Page<Job>>(`/v1/jobs?limit=${limit}${cursor ? `&cursor=${id(cursor)}` : ''}`),
  jobsOf: (dataset: string) => read<Page<Job>>(`/v1/jobs?limit=20&dataset_id=${id(dataset)}`),
  job: (job: string) => read<Job>(`/v1/jobs/${id(job)}`),
  evaluation: (job: string) => readWhenReady<Evaluation>(`/v1/jobs/${id(job)}/evaluation`),
  cancel: (job: string) => read<Job>(`/v1/jobs/${id(job)}/cancel`, { method: 'POST' }),
  retry: (job: string) => read<Job>(`/v1/jobs/${id(job)}/retry`, { method: 'POST' }),
  generate: (request: JobRequest, key: string) =>
    read<Job>('/v1/jobs', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: JSON.stringify(request),
    }),
};

/** Where a browser opens the event stream of a job. */
export const eventsUrl = (job: string): string => `/v1/jobs/${id(job)}/events`;

/** Where the synthetic CSV of a finished job lies. */
export const downloadUrl = (job: string): string => `/v1/jobs/${id(job)}/artifacts/csv`;

/**
 * Sends a file. `fetch` cannot tell how much has gone out, so this is the one XMLHttpRequest.
 *
 * @param onProgress called with the sent share, 0 to 1
 */
export function upload(
  file: Blob,
  name: string,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Dataset> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    signal.addEventListener('abort', abort);
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) {
        onProgress(event.loaded / event.total);
      }
    };
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) {
        try {
          resolve(JSON.parse(request.responseText) as Dataset);
        } catch (error) {
          reject(asProblem(error));
        }
      } else {
        reject(problemOf(request.status, request.responseText));
      }
    };
    request.onerror = () => reject(problemOf(0, ''));
    request.onabort = () => reject(new DOMException('The upload was stopped.', 'AbortError'));
    request.onloadend = () => signal.removeEventListener('abort', abort);
    request.open('POST', '/v1/datasets');
    request.setRequestHeader('Accept', 'application/json, application/problem+json');
    const form = new FormData();
    form.append('file', file, name);
    request.send(form);
  });
}

/** Takes a bundled sample and uploads it like any other file. */
export async function uploadSample(
  sample: Sample,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Dataset> {
  const response = await send(`/v1/samples/${id(sample.name)}/content`, {
    headers: { Accept: 'text/csv, application/problem+json' },
    signal,
  });
  return upload(await response.blob(), `${sample.name}.csv`, onProgress, signal);
}

/** Events travel between the services: what one has just made, another may not know yet. */
const NOT_YET_KNOWN = 10;

/** For answers of a service that learns of the thing from an event; use with a delay of 1 s. */
export function worthWaitingFor(count: number, error: unknown): boolean {
  return error instanceof Problem && error.status === 404
    ? count < NOT_YET_KNOWN
    : worthRetrying(count, error);
}

/** Repeat a failed read only where that can help. */
export function worthRetrying(count: number, error: unknown): boolean {
  return count < 3 && error instanceof Problem && error.passing;
}
