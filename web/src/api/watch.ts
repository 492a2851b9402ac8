import type { Job } from './types';

/** The part of the browser's EventSource that is used here, so that a test can play it. */
export interface Stream {
  readonly readyState: number;
  addEventListener(type: string, listener: (event: MessageEvent<string>) => void): void;
  onerror: ((event: Event) => void) | null;
  close(): void;
}

export interface WatchPorts {
  open: () => Stream;
  fetchJob: () => Promise<Job>;
  onJob: (job: Job) => void;
  /** Called with the error when not even polling gets an answer. */
  onTrouble: (error: unknown) => void;
  later: (task: () => void, milliseconds: number) => () => void;
}

/** Nothing heard for this long: ask once, whatever the stream says. */
export const QUIET_MS = 8000;
/** Between two questions when the stream does not work. */
export const POLL_MS = 1500;
/** So many breaks of the stream without an event in between, and polling takes over. */
export const BREAKS = 3;

const CLOSED = 2;

/** A stream that is closed from the start. */
export function noStream(): Stream {
  const stream: Stream = {
    readyState: CLOSED,
    addEventListener: () => {},
    onerror: null,
    close: () => {},
  };
  queueMicrotask(() => stream.onerror?.(new Event('error')));
  return stream;
}

export function isFinal(job: Job): boolean {
  return job.state === 'SUCCEEDED' || job.state === 'FAILED' || job.state === 'CANCELLED';
}

/**
 * Whether `next` may replace `shown`. Events may be repeated after a resume, and an answer to a
 * poll may overtake an event: a finished attempt never becomes unfinished, a later attempt wins.
 */
export function supersedes(next: Job, shown: Job | undefined): boolean {
  if (shown === undefined || next.attempt > shown.attempt) {
    return true;
  }
  if (next.attempt < shown.attempt) {
    return false;
  }
  if (isFinal(shown)) {
    return isFinal(next);
  }
  return isFinal(next) || next.percent >= shown.percent || next.state !== shown.state;
}

/**
 * Follows a job until it is final: by its event stream, which the browser resumes with the last
 * event id by itself; by polling when the stream breaks again and again or is refused.
 *
 * @returns stops watching
 */
export function watchJob(ports: WatchPorts): () => void {
  let shown: Job | undefined;
  let stream: Stream | null = null;
  let breaks = 0;
  let stopped = false;
  let cancelTimer = () => {};

  const stop = () => {
    stopped = true;
    cancelTimer();
    stream?.close();
    stream = null;
  };

  const schedule = (milliseconds: number) => {
    cancelTimer();
    if (!stopped) {
      cancelTimer = ports.later(poll, milliseconds);
    }
  };

  const take = (job: Job) => {
    if (stopped || !supersedes(job, shown)) {
      return;
    }
    shown = job;
    ports.onJob(job);
    if (isFinal(job)) {
      stop();
    }
  };

  const poll = () => {
    ports
      .fetchJob()
      .then(take, (error: unknown) => {
        if (!stopped) {
          ports.onTrouble(error);
        }
      })
      .finally(() => schedule(stream === null ? POLL_MS : QUIET_MS));
  };

  const heard = (event: MessageEvent<string>) => {
    breaks = 0;
    schedule(QUIET_MS);
    take(JSON.parse(event.data) as Job);
  };

  const opened = ports.open();
  stream = opened;
  for (const type of ['state', 'progress', 'message']) {
    opened.addEventListener(type, heard);
  }
  opened.onerror = () => {
    breaks += 1;
    if (stream !== null && (opened.readyState === CLOSED || breaks >= BREAKS)) {
      opened.close();
      stream = null;
      schedule(0);
    }
  };
  schedule(QUIET_MS);
  return stop;
}
