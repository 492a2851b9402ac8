import type { Job } from './api/types';
import { words } from './format';

export const isMasked = (job: Job): boolean => job.kind === 'masked';

/** What makes the copy: a model, or the treatments of the columns. */
export const makerOf = (job: Job): string =>
  isMasked(job) ? 'Masked copy' : words(job.auto?.model ?? job.model ?? '');

/** What asks for the same rows again: everything that was said, and nothing that was not. */
export function requestOf(job: Job): Record<string, unknown> {
  const { columns, treatments = {}, conditions = [], rebalance, relations } = job;
  return {
    dataset_id: job.dataset_id,
    model: job.model,
    rows: job.rows,
    seed: job.seed,
    options: job.options,
    ...(columns ? { columns } : {}),
    ...(Object.keys(treatments).length > 0 ? { treatments } : {}),
    ...(conditions.length > 0 ? { conditions } : {}),
    ...(rebalance ? { rebalance } : {}),
    ...(relations === 'off' ? { relations } : {}),
  };
}

/** A step of a job, as it is announced and as it is told while it runs. */
export interface Stage {
  name: string;
  label: string;
  now: string;
}

const WAITING: Stage = {
  name: 'waiting',
  label: 'Wait for its turn',
  now: 'Waiting for its turn',
};
const READING: Stage = { name: 'reading', label: 'Read the table', now: 'Reading the table' };
const STORING: Stage = { name: 'storing', label: 'Write the file', now: 'Writing the file' };

const SYNTHETIC: Stage[] = [
  WAITING,
  READING,
  { name: 'fitting', label: 'Learn its statistics', now: 'Learning its statistics' },
  { name: 'sampling', label: 'Invent rows', now: 'Inventing rows' },
  STORING,
  { name: 'scoring', label: 'Score the copy', now: 'Scoring the copy' },
];

const MASKED: Stage[] = [
  WAITING,
  READING,
  { name: 'masking', label: 'Replace what is personal', now: 'Replacing what is personal' },
  STORING,
];

export const stagesOf = (job: Job): Stage[] => (isMasked(job) ? MASKED : SYNTHETIC);

/** Where a job stands in its stages; one that is not known yet stands at the first. */
export function stageOf(job: Job): number {
  return Math.max(
    0,
    stagesOf(job).findIndex((stage) => stage.name === job.stage),
  );
}
