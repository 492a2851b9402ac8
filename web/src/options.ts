import type { Option, OptionValue } from './api/types';
import { number } from './format';

/** What stands in the form: numbers may be half typed, so they are text until sent. */
export type Draft = Record<string, string | boolean>;

/** What has options: a model, a treatment. */
interface WithOptions {
  options: Option[];
}

const isNumber = (option: Option): boolean =>
  option.type === 'integer' || option.type === 'number';

export function draftOf(owner: WithOptions): Draft {
  return Object.fromEntries(
    owner.options.map((option) => [
      option.name,
      option.type === 'boolean'
        ? option.default === true || option.default === 'true'
        : String(option.default ?? ''),
    ]),
  );
}

/** `1 to 100`, `at least 1`, or nothing where every number is permitted. */
export function range(option: Option): string {
  const { min, max } = option;
  const low = typeof min === 'number' && Number.isFinite(min) ? number(min) : null;
  const high = typeof max === 'number' && Number.isFinite(max) ? number(max) : null;
  if (low !== null && high !== null) {
    return `${low} to ${high}`;
  }
  return low !== null ? `at least ${low}` : high !== null ? `at most ${high}` : '';
}

/** Why a value cannot be sent, or `null`. */
export function complaint(option: Option, value: string | boolean): string | null {
  if (!isNumber(option) || typeof value === 'boolean') {
    return null;
  }
  const given = Number(value);
  const whole = option.type === 'integer';
  const allowed = range(option);
  const wanted = `Give a ${whole ? 'whole number' : 'number'}${allowed ? `, ${allowed}` : ''}.`;
  if (value.trim() === '' || !Number.isFinite(given) || (whole && !Number.isInteger(given))) {
    return wanted;
  }
  const tooLow = typeof option.min === 'number' && given < option.min;
  const tooHigh = typeof option.max === 'number' && given > option.max;
  return tooLow || tooHigh ? wanted : null;
}

/** Only what differs from the defaults, with the types that the API wants. */
export function changed(owner: WithOptions, draft: Draft): Record<string, OptionValue> {
  const defaults = draftOf(owner);
  return Object.fromEntries(
    owner.options
      .filter((option) => draft[option.name] !== undefined)
      .filter((option) => draft[option.name] !== defaults[option.name])
      .map((option) => {
        const value = draft[option.name] ?? null;
        return [option.name, isNumber(option) ? Number(value) : value];
      }),
  );
}
