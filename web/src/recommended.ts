import type { Attempt, AutoChoice, Recommendation } from './api/types';
import { duration } from './format';

/** The name that lets the server choose. */
export const AUTO = 'auto';

/** What a job would use, why, how long that takes and what makes it so. */
export function recommended(found: Recommendation): string {
  const seconds = Math.max(1, found.estimated_seconds);
  const column = found.costliest_column;
  const costly = column === null ? '' : `; the column ${column.name} costs most`;
  return `${capital(found.reason)} About ${duration(seconds)} on two cores${costly}.`;
}

/** The story of a job in sentences; nothing where it went as it was told beforehand. */
export const storyOf = (auto: AutoChoice | null | undefined): Attempt[] =>
  auto && auto.story.some((attempt) => attempt.outcome !== 'chosen') ? auto.story : [];

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
