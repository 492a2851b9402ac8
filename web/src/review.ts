import type { ColumnPatch, ColumnProfile, OptionValue, Role, Status } from './api/types';
import { counted, words } from './format';

/** What the kinds of columns are called. */
export const KINDS: Record<string, string> = {
  numeric: 'Number',
  nominal: 'Category',
  ordinal: 'Ordered category',
  boolean: 'Yes or no',
  date: 'Date',
  datetime: 'Date and time',
  time: 'Time of day',
  identifier: 'Identifier',
  text: 'Text',
  geographic: 'Place on the map',
  constant: 'One value',
  empty: 'Empty',
};

/** What a person can say that a column is; the others follow from its values. */
export const KINDS_TO_CHOOSE: string[] = Object.keys(KINDS).filter(
  (kind) => kind !== 'constant' && kind !== 'empty',
);

export const ROLES: Record<Role, string> = {
  direct: 'Points to a person',
  quasi: 'Helps to single out',
  sensitive: 'Sensitive',
  none: 'Not personal',
};

export const STATUSES: Record<Status, { label: string; tone?: 'good' | 'bad' }> = {
  at_risk: { label: 'At risk', tone: 'bad' },
  protected: { label: 'Protected', tone: 'good' },
  harmless: { label: 'Harmless' },
};

/** `date_of_birth` → `Date of birth`; short names of things keep their capitals. */
const CAPITALS: Record<string, string> = {
  iban: 'IBAN',
  bic: 'BIC',
  vin: 'VIN',
  ip_address: 'IP address',
  mac_address: 'MAC address',
  email: 'E-mail',
  tax_id: 'Tax number',
  url_personal: 'Personal web address',
  initials_or_title: 'Initials or title',
  device_id: 'Device number',
  national_id: 'National identity number',
  medical_record_number: 'Number of a patient',
  political_view: 'Political view',
  record_id: 'Record number',
  other_quasi: 'Another trait',
  other_sensitive: 'Another sensitive matter',
  none: 'None',
};

/** What a column can be about, as the server names it. */
export const TYPES = [
  'person_name', 'given_name', 'family_name', 'email', 'phone', 'street_address', 'national_id',
  'tax_id', 'passport', 'driver_licence', 'payment_card', 'iban', 'account_number',
  'ip_address', 'mac_address', 'url_personal', 'username', 'licence_plate', 'vin',
  'medical_record_number', 'record_id', 'device_id', 'crypto_address', 'free_text', 'bic',
  'city', 'postcode', 'region_or_state', 'country', 'geo_coordinate', 'date_of_birth',
  'date_of_event', 'age', 'gender', 'marital_status', 'nationality', 'education', 'occupation',
  'employer', 'initials_or_title', 'other_quasi', 'ethnicity', 'religion', 'political_view',
  'sexual_orientation', 'trade_union', 'health', 'income', 'other_sensitive',
];

const TREATMENTS: Record<string, string> = {
  fpe: 'Format-preserving encryption',
  encrypt: 'Encryption',
  generalize: 'Coarser values',
  'caesar-legacy': 'Caesar shift, legacy',
};

export const treatmentName = (name: string): string => TREATMENTS[name] ?? words(name);

export const typeName = (type: string): string => CAPITALS[type] ?? words(type);

const RANK: Record<Status, number> = { at_risk: 0, protected: 1, harmless: 2 };
const rankOf = (column: ColumnProfile): number => RANK[column.status];

/** Columns whose name, type or kind holds what was typed. */
export function matching(columns: ColumnProfile[], typed: string): ColumnProfile[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') {
    return columns;
  }
  return columns.filter((column) =>
    [column.name, typeName(column.type ?? ''), KINDS[column.kind] ?? column.kind]
      .some((text) => text.toLowerCase().includes(wanted)),
  );
}

/** Those at risk first, then those protected; otherwise as they stand in the file. */
export const riskFirst = (columns: ColumnProfile[]): ColumnProfile[] =>
  columns.toSorted((a, b) => rankOf(a) - rankOf(b) || a.position - b.position);

/** What there is to review, in numbers. */
export interface Review {
  /** Columns that point to a person, help to single one out, or are sensitive. */
  personal: ColumnProfile[];
  /** Those of them that get other values. */
  replaced: ColumnProfile[];
  atRisk: ColumnProfile[];
  /** Personal columns that nobody has confirmed yet. */
  open: ColumnProfile[];
}

const isReplaced = (column: ColumnProfile): boolean =>
  column.treatment !== null && column.treatment.name !== 'keep';

export function reviewOf(columns: ColumnProfile[]): Review {
  const personal = columns.filter((column) => column.role !== 'none');
  return {
    personal,
    replaced: personal.filter(isReplaced),
    atRisk: columns.filter((column) => column.status === 'at_risk'),
    open: personal.filter((column) => !column.amended),
  };
}

/** The one sentence over the table. */
export function headline({ personal, replaced, atRisk }: Review): string {
  if (personal.length === 0) {
    return 'No column looks personal.';
  }
  const looks = `${counted(personal.length, 'column')} ${personal.length === 1 ? 'looks' : 'look'} personal.`;
  const will =
    replaced.length === 0
      ? ''
      : replaced.length === personal.length
        ? ` We will replace ${personal.length === 1 ? 'it' : 'them'}.`
        : ` We will replace ${replaced.length} of them.`;
  const risk =
    atRisk.length === 0 ? '' : ` ${counted(atRisk.length, 'column')} would stay at risk.`;
  return `${looks}${will}${risk}`;
}

/** Confirms what was found about these columns, so that it stands as a person's word. */
export function acceptance(columns: ColumnProfile[]): Record<string, ColumnPatch> {
  return Object.fromEntries(
    columns.map((column) => [
      column.name,
      { role: column.role, ...(column.type ? { type: column.type } : {}) },
    ]),
  );
}

type Options = Record<string, OptionValue>;

/** What stands in the form of one column. */
export interface ColumnDraft {
  kind: string;
  role: Role;
  type: string;
  pattern: string;
  /** A treatment's name, or empty: the one that fits the role. */
  treatment: string;
}

export const columnDraftOf = (column: ColumnProfile): ColumnDraft => ({
  kind: column.kind,
  role: column.role,
  type: column.type ?? '',
  pattern: column.pattern ?? '',
  treatment: column.treatment && !column.treatment.default ? column.treatment.name : '',
});

/**
 * Only what differs from what stands.
 *
 * @param options of the chosen treatment, without those that have their default
 * @param stored the same of the treatment that stands
 */
export function columnPatch(
  column: ColumnProfile,
  draft: ColumnDraft,
  options: Options,
  stored: Options,
): ColumnPatch {
  const before = columnDraftOf(column);
  const patch: ColumnPatch = {};
  if (draft.kind !== before.kind) {
    patch.kind = draft.kind;
  }
  if (draft.role !== before.role) {
    patch.role = draft.role;
  }
  if (draft.type !== before.type) {
    patch.type = draft.type === '' ? null : draft.type;
  }
  if (draft.pattern !== before.pattern) {
    patch.pattern = draft.pattern === '' ? null : draft.pattern;
  }
  const sameOptions = JSON.stringify(options) === JSON.stringify(stored);
  if (draft.treatment !== before.treatment || (draft.treatment !== '' && !sameOptions)) {
    patch.treatment =
      draft.treatment === '' ? null : { name: draft.treatment, options };
  }
  return patch;
}

/** Lets the server decide again everything that people said about a column. */
export const forgotten: ColumnPatch = {
  kind: null,
  role: null,
  type: null,
  pattern: null,
  treatment: null,
};
