/** What the HTTP API answers, as far as the page reads it. */

export interface Page<T> {
  items: T[];
  next_cursor?: string | null;
}

export interface Dialect {
  charset: string;
  delimiter: string;
  quote: string | null;
  header: boolean;
  skipped_lines: number;
  line_end: string;
}

export interface ReadWarning {
  code: string;
  message: string;
  count?: number | null;
  first_row?: number | null;
  column?: number | null;
}

export interface Dataset {
  dataset_id: string;
  name: string;
  state: 'UPLOADED' | 'PROFILED' | 'PROFILING_FAILED';
  rows: number;
  bytes: number;
  created_at: string;
  dialect: Dialect;
  columns: { position: number; name: string }[];
  warnings: ReadWarning[];
}

export interface Preview {
  columns: string[];
  rows: (string | null)[][];
}

export interface Sample {
  name: string;
  title: string;
  description: string;
  rows: number;
  columns: number;
  bytes: number;
  licence: string;
}

/** What one column is and holds; `count` is the number of rows with a value. */
export interface ColumnProfile {
  position: number;
  name: string;
  kind: string;
  modelled: boolean;
  evidence?: string | null;
  confidence?: number | null;
  count: number;
  missing: number;
  distinct: number;
  distinct_is_estimate?: boolean;
  unparseable?: number;
  pattern?: string | null;
  min?: number | string | null;
  max?: number | string | null;
  mean?: number | string | null;
  sd?: number | null;
  quantiles?: { p: number; value: number | string }[] | null;
  histogram?: { edges: (number | string)[]; counts: number[] } | null;
  top_values?: { value: string; count: number }[] | null;
  warnings?: (string | { message: string })[] | null;
}

export interface Profile {
  dataset_id: string;
  rows: number;
  columns: ColumnProfile[];
}

export type OptionValue = string | number | boolean | null;

export interface ModelOption {
  name: string;
  type: string;
  values?: string[] | null;
  default: OptionValue;
  min?: number | null;
  max?: number | null;
  description: string;
}

export interface Model {
  name: string;
  summary: string;
  default?: boolean;
  options: ModelOption[];
}

export type JobState = 'QUEUED' | 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'CANCELLED';

export interface Job {
  job_id: string;
  dataset_id: string;
  model: string;
  rows: number;
  seed: number;
  options: Record<string, OptionValue>;
  columns: string[] | null;
  state: JobState;
  stage: string;
  percent: number;
  eta_seconds: number | null;
  error: { code: string; detail: string; action?: string | null } | null;
  created_at: string;
  started_at: string | null;
  finished_at: string | null;
  attempt: number;
  result: { rows: number; bytes: number; sha256: string } | null;
}

export interface JobRequest {
  dataset_id: string;
  model?: string;
  rows?: number;
  seed?: number;
  options?: Record<string, OptionValue>;
  columns?: string[];
}

export interface Score {
  value: number | null;
  expected?: number | null;
  definition?: string;
}

export type Chart =
  | {
      kind: 'histogram';
      unit?: 'number' | 'epoch_millis';
      edges: number[];
      real: number[];
      synthetic: number[];
    }
  | { kind: 'categories'; labels: string[]; real: number[]; synthetic: number[] };

export interface ColumnScore {
  position: number;
  name: string;
  metric: string | null;
  value: number | null;
  expected?: number | null;
  real?: { missing?: number | null } | null;
  synthetic?: { missing?: number | null } | null;
  chart?: Chart | null;
  note?: string | null;
}

export interface PairScore {
  columns: [string, string];
  positions: [number, number];
  metric: string;
  value: number | null;
  expected?: number | null;
  real?: number | null;
  synthetic?: number | null;
}

export interface Evaluation {
  job_id: string;
  rows: { train: number; control: number; synthetic: number };
  quality: Score;
  shape: Score;
  trend: Score;
  trend_thresholded?: (Score & { pairs?: number }) | null;
  sdmetrics?: {
    quality: number | null;
    column_shapes: number | null;
    column_pair_trends: number | null;
    version: string;
  } | null;
  verdict: { utility: string; privacy: string };
  identical_rows?: {
    training: { value: number | null; expected?: number | null; count: number };
    control?: { value: number | null; count: number } | null;
  } | null;
  columns: ColumnScore[];
  pairs: PairScore[];
  pairs_total: number;
  seconds?: number;
  notes?: string[];
}
