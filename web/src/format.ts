/** Numbers, sizes and times as people read them. One place, one locale. */

const LOCALE = 'en';
const whole = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });
const plain = new Intl.NumberFormat(LOCALE, { maximumSignificantDigits: 5 });
const short = new Intl.NumberFormat(LOCALE, { notation: 'compact', maximumSignificantDigits: 3 });
const dayTime = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'short' });
const relative = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto' });

/** Stands where there is no value. */
export const NONE = '–';

export const count = (value: number): string => whole.format(value);

export const counted = (value: number, one: string, many = `${one}s`): string =>
  `${count(value)} ${value === 1 ? one : many}`;

export function number(value: number | string | null | undefined): string {
  if (value === null || value === undefined || value === '') {
    return NONE;
  }
  if (typeof value === 'string') {
    return value;
  }
  if (!Number.isFinite(value)) {
    return NONE;
  }
  const size = Math.abs(value);
  return size >= 1e7 || (size > 0 && size < 1e-3) ? short.format(value) : plain.format(value);
}

/** A score of 0 to 1 with three places; only a perfect one reads 1.000. */
export function score(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) {
    return NONE;
  }
  const written = value.toFixed(3);
  return written === '1.000' && value < 1 ? '0.999' : written;
}

/** A share as percent; what is not nothing never reads 0%. */
export function percent(share: number | null | undefined): string {
  if (share === null || share === undefined || !Number.isFinite(share)) {
    return NONE;
  }
  if (share === 0) {
    return '0%';
  }
  if (share < 0.001) {
    return '<0.1%';
  }
  if (share > 0.999 && share < 1) {
    return '>99.9%';
  }
  return `${(share * 100).toFixed(share < 0.1 ? 1 : 0)}%`;
}

export function bytes(value: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  let size = value;
  let unit = 0;
  while (size >= 999.5 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  if (value === 1) {
    return '1 byte';
  }
  return `${unit === 0 || size >= 99.5 ? Math.round(size) : size.toFixed(1)} ${units[unit]}`;
}

export function duration(seconds: number): string {
  const total = Math.max(0, Math.round(seconds));
  const h = Math.floor(total / 3600);
  const m = Math.floor((total % 3600) / 60);
  const s = total % 60;
  if (h > 0) {
    return `${h} h ${m} min`;
  }
  return m > 0 ? `${m} min ${s} s` : `${s} s`;
}

export function secondsBetween(from: string | null, to: string | number | null): number | null {
  if (from === null || to === null) {
    return null;
  }
  const seconds = (new Date(to).getTime() - new Date(from).getTime()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : null;
}

export function moment(time: string): string {
  return dayTime.format(new Date(time));
}

export function ago(time: string, now = Date.now()): string {
  const seconds = Math.round((new Date(time).getTime() - now) / 1000);
  const size = Math.abs(seconds);
  if (size < 45) {
    return 'just now';
  }
  if (size < 3600) {
    return relative.format(Math.round(seconds / 60), 'minute');
  }
  if (size < 86400) {
    return relative.format(Math.round(seconds / 3600), 'hour');
  }
  return size < 30 * 86400 ? relative.format(Math.round(seconds / 86400), 'day') : moment(time);
}

const DELIMITERS: Record<string, string> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'bar',
  ' ': 'space',
  ':': 'colon',
};

/** A delimiter in words; one with a blank behind it is padded, two blanks are any number of them. */
export function delimiterName(delimiter: string): string {
  if (delimiter === '  ') {
    return 'spaces';
  }
  const padded = delimiter.length === 2 && delimiter.endsWith(' ');
  const mark = padded ? delimiter.slice(0, 1) : delimiter;
  return `${DELIMITERS[mark] ?? mark}${padded ? ' and space' : ''}`;
}

/** `a`, `b` and `c`, with the words between them: names stand at even places. */
export const listed = (names: string[]): string[] =>
  names.flatMap((name, i) =>
    i === 0 ? [name] : [i === names.length - 1 ? ' and ' : ', ', name],
  );

/** `gaussian-copula` → `Gaussian copula`. */
export function words(name: string): string {
  const spaced = name.replace(/[-_]+/g, ' ').trim();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** A name as it reads inside a sentence: `E-mail` → `e-mail`, but `IBAN` stays. */
export const inside = (name: string): string =>
  /^\p{Lu}(\p{Ll}|-|$)/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;

const DAY_MS = 86_400_000;

/**
 * How the edges of a histogram are written: moments as dates, with the hour where days are few.
 *
 * @param unit what the numbers are
 * @param kind the column's kind, where it is known
 */
export function edgeFormat(
  unit: 'number' | 'epoch_millis' | undefined,
  kind: string | undefined,
  edges: number[],
): (value: number) => string {
  if (unit !== 'epoch_millis') {
    return number;
  }
  const span = (edges.at(-1) ?? 0) - (edges[0] ?? 0);
  return (value) => {
    const date = new Date(value);
    if (!Number.isFinite(date.getTime())) {
      return NONE;
    }
    const iso = date.toISOString();
    if (kind === 'time') {
      return iso.slice(11, 16);
    }
    return span < 3 * DAY_MS ? iso.slice(0, 16).replace('T', ' ') : iso.slice(0, 10);
  };
}

const isHalf = (value: unknown): value is number =>
  typeof value === 'number' && Math.abs(value % 1) === 0.5;

/** What lies in a bin: `3` or `3 to 5` where edges stand halfway between whole numbers. */
export function binName<E extends number | string>(
  low: E | undefined,
  high: E | undefined,
  written: (edge: E) => string,
): string {
  if (low === undefined || high === undefined) {
    return '';
  }
  if (isHalf(low) && isHalf(high)) {
    const [first, last] = [low + 0.5, high - 0.5];
    return first === last ? count(first) : `${count(first)} to ${count(last)}`;
  }
  return `${written(low)} to ${written(high)}`;
}
