import { beforeEach, describe, expect, it } from 'vitest';
import type { Job } from './types';
import { BREAKS, POLL_MS, QUIET_MS, supersedes, watchJob, type Stream } from './watch';

function job(changes: Partial<Job>): Job {
  return {
    job_id: 'j',
    dataset_id: 'd',
    model: 'm',
    rows: 1,
    seed: 42,
    options: {},
    columns: null,
    state: 'RUNNING',
    stage: 'fitting',
    percent: 0,
    eta_seconds: null,
    error: null,
    created_at: '2026-01-01T00:00:00Z',
    started_at: null,
    finished_at: null,
    attempt: 1,
    result: null,
    ...changes,
  };
}

class PlayedStream implements Stream {
  readyState = 1;
  closed = false;
  onerror: ((event: Event) => void) | null = null;
  private readonly listeners = new Map<string, (event: MessageEvent<string>) => void>();
  addEventListener(type: string, listener: (event: MessageEvent<string>) => void) {
    this.listeners.set(type, listener);
  }
  close() {
    this.closed = true;
  }
  send(type: string, data: Job) {
    this.listeners.get(type)?.({ data: JSON.stringify(data) } as MessageEvent<string>);
  }
  break(readyState = 0) {
    this.readyState = readyState;
    this.onerror?.({} as Event);
  }
}

/** Timers that run when told, one at a time. */
class Clock {
  pending: { task: () => void; milliseconds: number }[] = [];
  later = (task: () => void, milliseconds: number) => {
    const entry = { task, milliseconds };
    this.pending.push(entry);
    return () => {
      this.pending = this.pending.filter((other) => other !== entry);
    };
  };
  async ring() {
    const [next] = this.pending.splice(0, 1);
    next?.task();
    for (let turn = 0; turn < 5; turn++) {
      await Promise.resolve();
    }
    return next?.milliseconds;
  }
}

describe('watchJob', () => {
  let stream: PlayedStream;
  let clock: Clock;
  let seen: Job[];
  let trouble: unknown[];
  let answer: () => Promise<Job>;
  let stop: () => void;

  beforeEach(() => {
    stream = new PlayedStream();
    clock = new Clock();
    seen = [];
    trouble = [];
    answer = () => Promise.resolve(job({ percent: 50 }));
    stop = watchJob({
      open: () => stream,
      fetchJob: () => answer(),
      onJob: (each) => seen.push(each),
      onTrouble: (error) => trouble.push(error),
      later: clock.later,
    });
  });

  it('shows events of both kinds and ends with the final one', () => {
    stream.send('progress', job({ percent: 10 }));
    stream.send('state', job({ state: 'SUCCEEDED', percent: 100 }));
    expect(seen.map((each) => each.percent)).toEqual([10, 100]);
    expect(stream.closed).toBe(true);
    expect(clock.pending).toEqual([]);
  });

  it('does not go back when a resumed stream repeats old events', () => {
    stream.send('progress', job({ percent: 40 }));
    stream.break();
    stream.send('progress', job({ percent: 20 }));
    stream.send('progress', job({ percent: 41 }));
    expect(seen.map((each) => each.percent)).toEqual([40, 41]);
  });

  it('lets the browser resume a stream that breaks now and then', () => {
    for (let i = 0; i < BREAKS * 2; i++) {
      stream.break();
      stream.send('progress', job({ percent: i }));
    }
    expect(stream.closed).toBe(false);
  });

  it('polls when the stream breaks again and again', async () => {
    for (let i = 0; i < BREAKS; i++) {
      stream.break();
    }
    expect(stream.closed).toBe(true);
    expect(await clock.ring()).toBe(0);
    expect(seen.at(-1)?.percent).toBe(50);
    answer = () => Promise.resolve(job({ state: 'FAILED', percent: 60 }));
    expect(await clock.ring()).toBe(POLL_MS);
    expect(seen.at(-1)?.state).toBe('FAILED');
    expect(clock.pending).toEqual([]);
  });

  it('polls at once when the stream is refused', async () => {
    stream.break(2);
    expect(await clock.ring()).toBe(0);
    expect(seen).toHaveLength(1);
  });

  it('asks once when the stream stays quiet', async () => {
    expect(await clock.ring()).toBe(QUIET_MS);
    expect(seen.map((each) => each.percent)).toEqual([50]);
    expect(stream.closed).toBe(false);
  });

  it('tells of trouble and keeps asking', async () => {
    answer = () => Promise.reject(new Error('gone'));
    stream.break(2);
    await clock.ring();
    expect(trouble).toHaveLength(1);
    answer = () => Promise.resolve(job({ state: 'SUCCEEDED' }));
    await clock.ring();
    expect(seen.at(-1)?.state).toBe('SUCCEEDED');
  });

  it('shows nothing any more once stopped', async () => {
    stop();
    stream.send('progress', job({ percent: 10 }));
    await clock.ring();
    expect(seen).toEqual([]);
    expect(stream.closed).toBe(true);
  });
});

describe('supersedes', () => {
  it('lets a new attempt start from nothing', () =>
    expect(supersedes(job({ attempt: 2, percent: 0 }), job({ percent: 90 }))).toBe(true));
  it('never unfinishes an attempt', () =>
    expect(supersedes(job({ percent: 99 }), job({ state: 'CANCELLED', percent: 40 }))).toBe(false));
  it('drops news of an attempt that is over', () =>
    expect(supersedes(job({ attempt: 1, percent: 99 }), job({ attempt: 2 }))).toBe(false));
});
