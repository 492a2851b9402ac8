/** What the HTTP API answers, as far as the page reads it. */

export interface Page<T> {
  items: T[];
  next_cursor?: string | null;
}

export interface ReadWarning {
  code: string;
  message: string;
  count?: number | null;
  first_row?: number | null;
  column?: number | null;
}

/** How the file was read: found by the server, or told by people (`overridden`). */
export interface Reading {
  format: 'csv' | 'xlsx' | 'parquet' | 'jsonl';
  container: 'none' | 'gzip' | 'zip';
  entry: string | null;
  sheet: string | null;
  sheets: string[];
  charset: string | null;
  delimiter: string | null;
  quote: string | null;
  escape: string | null;
  header: boolean;
  skipped_lines: number;
  line_end: string | null;
  decimal: string | null;
  missing_tokens: string[];
  overridden: string[];
  /** Whether the file can be read anew; else only what concerns its cells can be told. */
  upload_kept: boolean;
  version: number;
}

/** What people say about the reading; `null` lets the server find it again. */
export interface ReadingPatch {
  charset?: string | null;
  delimiter?: string | null;
  quote?: string | null;
  header?: boolean | null;
  skipped_lines?: number | null;
  sheet?: string | null;
  entry?: string | null;
  decimal?: string | null;
  missing_tokens?: string[] | null;
}

/** The first rows as they would be read, and what was found; nothing of it is stored. */
export interface ReadingPreview {
  reading: Reading;
  warnings: ReadWarning[];
  preview: Preview;
}

export interface Dataset {
  dataset_id: string;
  name: string;
  state: 'UPLOADED' | 'PROFILED' | 'PROFILING_FAILED';
  rows: number;
  bytes: number;
  created_at: string;
  reading: Reading;
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

/** What a column may tell about a person. */
export type Role = 'direct' | 'quasi' | 'sensitive' | 'none';

export type Status = 'at_risk' | 'protected' | 'harmless';

export interface TreatmentChoice {
  name: string;
  options?: Record<string, OptionValue>;
  default?: boolean;
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
  role: Role;
  role_confidence?: number | null;
  type?: string | null;
  signs?: string[] | null;
  status: Status;
  treatment: TreatmentChoice | null;
  amended: { by: string; at: string } | null;
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

/** What some columns that are no secret do together. */
export interface Combination {
  columns: string[];
  singled_out: number;
  share: number;
  in_small_groups: number;
  k: number;
}

/** Who can be singled out: the smallest combinations of columns that do, and all of them. */
export interface Exposure {
  quasi_identifiers: string[];
  left_out: string[];
  rows_looked_at: number;
  sampled: boolean;
  combinations: Combination[];
  all?: Combination | null;
}

export interface Profile {
  dataset_id: string;
  profile_version?: number;
  rows: number;
  sampled_rows?: number | null;
  columns: ColumnProfile[];
  exposure?: Exposure | null;
}

/** Something that holds between columns, and in how many rows it does not. */
export interface Relation {
  kind: string;
  sentence: string;
  support: { rows: number; exceptions: number };
}

/** How strongly columns hang together; each matrix is symmetric, `null` where nothing can be said. */
export interface Associations {
  columns: string[];
  rows: number;
  /** Rows that were looked at, or `null` for all. */
  sampled_rows: number | null;
  measures: Record<
    'pearson' | 'spearman' | 'cramers_v' | 'correlation_ratio' | 'mutual_information',
    (number | null)[][]
  >;
  strength: (number | null)[][];
}

export type OptionValue = string | number | boolean | null;

export interface Option {
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
  options: Option[];
}

/** A way to treat a column. */
export interface Treatment {
  name: string;
  summary: string;
  reversible: boolean;
  options: Option[];
}

/** What people say about a column; `null` lets the server decide again. */
export interface ColumnPatch {
  kind?: string | null;
  role?: Role | null;
  type?: string | null;
  pattern?: string | null;
  treatment?: { name: string; options?: Record<string, OptionValue> } | null;
}

/** One column of ten rows, as it stands and as it would be in the copy. */
export interface TreatedColumn {
  name: string;
  before: (string | null)[];
  after: (string | null)[];
}

export type JobState = 'QUEUED' | 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'CANCELLED';

export interface Job {
  job_id: string;
  dataset_id: string;
  kind?: 'synthetic' | 'masked';
  /** `null` where none is asked for: a masked copy. */
  model: string | null;
  rows: number;
  seed: number | null;
  options: Record<string, OptionValue> | null;
  columns: string[] | null;
  /** By name of column, as they were asked for. */
  treatments?: Record<string, unknown>;
  conditions?: (Condition | ConditionGroup)[];
  rebalance?: Rebalance | null;
  relations?: 'keep' | 'off' | null;
  /** What holds in every row, in short; `null` until the model is there. */
  relations_kept?: string[] | null;
  /** How many rows of a large table were learnt, in words; `null` where all were. */
  learnt_from?: string | null;
  /** How a model was chosen; `null` where one was named, and before. */
  auto?: AutoChoice | null;
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

/** How a job that named no model came by one. */
export interface AutoChoice {
  /** `null` while that is not known. */
  model: string | null;
  reason: string;
  estimated_seconds: number;
  costliest_column: string | null;
  story: Attempt[];
}

/** What became of a model. */
export interface Attempt {
  model: string;
  outcome: 'chosen' | 'beaten' | 'failed' | 'not_a_number' | 'collapsed' | 'worse';
  sentence: string;
  seconds: number;
}

/** The model that suits a table, and why, before anything is learnt. */
export interface Recommendation {
  rows: number;
  model: string;
  reason: string;
  estimated_seconds: number;
  costliest_column: { name: string; share: number } | null;
}

/** What rows shall be like; `value` is left out where `op` needs none. */
export interface Condition {
  column: string;
  op: '=' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | 'is missing' | 'is present';
  value?: string | number | (string | number)[];
}

/** Rows under the same conditions. */
export interface ConditionGroup {
  rows: number;
  where: Condition[];
}

/** Shares of a column's values, parts of one; what is left goes to all others. */
export interface Rebalance {
  column: string;
  shares?: Record<string, number>;
  missing?: number;
}

export interface JobRequest {
  dataset_id: string;
  model?: string;
  rows?: number;
  seed?: number;
  options?: Record<string, OptionValue>;
  columns?: string[];
  conditions?: Condition[] | ConditionGroup[];
  rebalance?: Rebalance;
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
  warnings?: ReportWarning[];
  /** Which real rows the copy is compared with, in a sentence; `null` without conditions. */
  compared_with?: string | null;
}

/** What whoever reads a report must not overlook. */
export interface ReportWarning {
  code: string;
  message: string;
  columns: string[];
}

/** How far a treated value is from the one that stood there. */
export type Protection = 'irreversible' | 'reversible' | 'partial' | 'clear';

export interface MaskedColumn {
  position: number;
  name: string;
  role: Role;
  type: string;
  treatment: string;
  protection: Protection;
  dropped: boolean;
}

/** What a masked copy still shows. */
export interface MaskedEvaluation {
  job_id: string;
  rows: number;
  protected: { value: number | null; personal: number; covered: number; definition: string };
  singled_out: Exposure | null;
  verdict: string;
  warnings: ReportWarning[];
  columns: MaskedColumn[];
  notes: string[];
}

/** Somebody's request to see what stood in masked columns. */
export interface Reveal {
  reveal_id: string;
  job_id: string;
  dataset_id: string;
  /** Positions in the original. */
  columns: number[];
  purpose: string;
  state: 'AWAITING_SECOND_PERSON' | 'READY' | 'STREAMED' | 'EXPIRED';
  requested_by: string;
  requested_at: string;
  approved_by: string | null;
  expires_at: string;
  /** A link that works once, for the one who asked; only in the answer to the request. */
  content?: string;
}

/** One line of the log; no cell value stands in it. */
export interface AuditEntry {
  sequence: number;
  at: string;
  actor: string;
  action: string;
  details: Record<string, string>;
}

/** A signed word about how the log stood. */
export interface Checkpoint {
  sequence: number;
  at: string;
  key: string;
}

/** What an erasure destroyed, and what it left. */
export interface Erasure {
  erasure_id: string;
  dataset_id: string;
  state: 'RUNNING' | 'COMPLETED';
  requested_by: string;
  requested_at: string;
  completed_at: string | null;
  key_id: string | null;
  erased: { what: string; bytes: number; sha256: string }[];
  services: { service: string; objects: number; rows: number; acknowledged_at: string }[];
  surviving_project_keys: string[];
}

/** Who asks, and what they may do. */
export interface Me {
  name: string;
  roles: string[];
}

export interface ApiKey {
  id: string;
  name: string;
  roles: string[];
  created_by: string;
  created_at: string;
  expires_at: string;
  /** Told once, when the key is made. */
  token?: string | null;
}
