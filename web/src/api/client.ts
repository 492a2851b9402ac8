import { access, keyHeaders } from './access';
import { asProblem, Problem, problemOf } from './problem';
import { nameIn } from '../save';
import type {
  ApiKey,
  Associations,
  AuditEntry,
  Checkpoint,
  ColumnPatch,
  Dataset,
  Erasure,
  Evaluation,
  Job,
  JobRequest,
  MaskedEvaluation,
  Me,
  Model,
  Page,
  Preview,
  Profile,
  ReadingPatch,
  ReadingPreview,
  Recommendation,
  Relation,
  Reveal,
  Sample,
  TreatedColumn,
  Treatment,
} from './types';

async function send(path: string, init: RequestInit = {}): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, {
      ...init,
      headers: {
        Accept: 'application/json, application/problem+json',
        ...keyHeaders(),
        ...init.headers,
      },
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') {
      throw error;
    }
    throw problemOf(0, '');
  }
  access.answered(response.status);
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

const MERGE_PATCH = { 'Content-Type': 'application/merge-patch+json' };

function json(method: string, body: unknown, headers: Record<string, string> = {}): RequestInit {
  return {
    method,
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
}

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
  previewReading: (dataset: string, patch: ReadingPatch, signal: AbortSignal) =>
    read<ReadingPreview>(`/v1/datasets/${id(dataset)}/reading/preview`, {
      ...json('POST', patch),
      signal,
    }),
  changeReading: (dataset: string, patch: ReadingPatch) =>
    read<Dataset>(`/v1/datasets/${id(dataset)}/reading`, json('PATCH', patch, MERGE_PATCH)),
  profile: (dataset: string) => readWhenReady<Profile>(`/v1/datasets/${id(dataset)}/profile`),
  /** The profile with the change in it, or `null` while it is being made anew. */
  amend: (dataset: string, patch: Record<string, ColumnPatch>, version?: number) =>
    readWhenReady<Profile>(
      `/v1/datasets/${id(dataset)}/columns`,
      json('PATCH', patch, {
        ...MERGE_PATCH,
        ...(version === undefined ? {} : { 'If-Match': `"${version}"` }),
      }),
    ),
  configuration: (dataset: string) =>
    read<Record<string, unknown>>(`/v1/datasets/${id(dataset)}/configuration`),
  useConfiguration: (dataset: string, configuration: string) =>
    send(`/v1/datasets/${id(dataset)}/configuration`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: configuration,
    }),
  relations: (dataset: string) =>
    readWhenReady<Page<Relation>>(`/v1/datasets/${id(dataset)}/relations`),
  /** The model that a job would use, or `null` while the columns are being looked at. */
  recommendation: (dataset: string, rows: number, seconds: number) =>
    readWhenReady<Recommendation>(
      `/v1/datasets/${id(dataset)}/recommendation?rows=${rows}&time_budget_seconds=${seconds}`,
    ),
  associations: (dataset: string) =>
    readWhenReady<Associations>(`/v1/datasets/${id(dataset)}/associations`),
  treatments: () => read<Page<Treatment>>('/v1/treatments'),
  previewTreatments: (
    dataset: string,
    columns: Record<string, ColumnPatch>,
    signal: AbortSignal,
  ) =>
    read<{ columns: TreatedColumn[] }>(`/v1/datasets/${id(dataset)}/treatments/preview`, {
      ...json('POST', { columns }),
      signal,
    }),
  jobs: (limit: number, cursor?: string | null) =>
    read<Page<Job>>(`/v1/jobs?limit=${limit}${cursor ? `&cursor=${id(cursor)}` : ''}`),
  jobsOf: (dataset: string) => read<Page<Job>>(`/v1/jobs?limit=20&dataset_id=${id(dataset)}`),
  job: (job: string) => read<Job>(`/v1/jobs/${id(job)}`),
  evaluation: (job: string) => readWhenReady<Evaluation>(`/v1/jobs/${id(job)}/evaluation`),
  maskedEvaluation: (job: string) =>
    readWhenReady<MaskedEvaluation>(`/v1/jobs/${id(job)}/evaluation`),
  cancel: (job: string) => read<Job>(`/v1/jobs/${id(job)}/cancel`, { method: 'POST' }),
  retry: (job: string) => read<Job>(`/v1/jobs/${id(job)}/retry`, { method: 'POST' }),
  mask: (dataset: string, request: { project?: string }, key: string) =>
    read<Job>(
      `/v1/datasets/${id(dataset)}/masked`,
      json('POST', request, { 'Idempotency-Key': key }),
    ),
  reveal: (request: { artifact: { job_id: string }; columns: string[]; purpose: string }) =>
    read<Reveal>('/v1/reveals', json('POST', request)),
  reveals: () => read<Page<Reveal>>('/v1/reveals?limit=20'),
  revealOf: (reveal: string) => read<Reveal>(`/v1/reveals/${id(reveal)}`),
  approve: (reveal: string) =>
    read<Reveal>(`/v1/reveals/${id(reveal)}/approval`, { method: 'POST' }),
  /** So many entries behind the one with this number. */
  audit: (after: number, limit: number) =>
    read<Page<AuditEntry>>(`/v1/audit?cursor=${after}&limit=${limit}`),
  checkpoints: () => read<Page<Checkpoint>>('/v1/audit/checkpoints'),
  me: () => read<Me>('/v1/me'),
  apiKeys: () => read<Page<ApiKey>>('/v1/api-keys'),
  issueKey: (request: { name: string; roles: string[]; expires_in_days: number }) =>
    read<ApiKey>('/v1/api-keys', json('POST', request)),
  revokeKey: (key: string) => send(`/v1/api-keys/${id(key)}`, { method: 'DELETE' }),
  erase: (dataset: string) =>
    read<Erasure>(`/v1/datasets/${id(dataset)}`, { method: 'DELETE' }),
  erasure: (erasure: string) => read<Erasure>(`/v1/erasures/${id(erasure)}`),
  generate: (request: JobRequest, key: string) =>
    read<Job>('/v1/jobs', json('POST', request, { 'Idempotency-Key': key })),
};

/** Where a browser opens the event stream of a job. */
export const eventsUrl = (job: string): string => `/v1/jobs/${id(job)}/events`;

/** Where the synthetic CSV of a finished job lies. */
export const downloadUrl = (job: string): string => `/v1/jobs/${id(job)}/artifacts/csv`;

/** A file that a plain link cannot fetch, because the request must carry the key of this tab. */
export async function fetchFile(path: string, name: string): Promise<{ content: Blob; name: string }> {
  const response = await send(path, { headers: { Accept: '*/*' } });
  return {
    content: await response.blob(),
    name: nameIn(response.headers.get('Content-Disposition'), name),
  };
}

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
      access.answered(request.status);
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
    Object.entries(keyHeaders()).forEach(([name, value]) => request.setRequestHeader(name, value));
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
