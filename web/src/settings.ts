import { api } from './api/client';
import { asProblem } from './api/problem';
import type { ReadingPatch } from './api/types';

/** How often the server is asked whether the file was read anew, and how long in between. */
const TRIES = 90;
const PAUSE_MS = 1000;

/** While these are answered, the file is being read as it was told to be. */
const BEING_READ = new Set(['reading-differs', 'profile-not-ready']);

const pause = () => new Promise((done) => setTimeout(done, PAUSE_MS));

/** What a settings file says about how its table is read; `null` where it says nothing. */
export function readingIn(settings: string): ReadingPatch | null {
  try {
    const { reading } = JSON.parse(settings) as { reading?: unknown };
    return typeof reading === 'object' && reading !== null && Object.keys(reading).length > 0
      ? (reading as ReadingPatch)
      : null;
  } catch {
    return null;
  }
}

/** Uses a settings file; where the table was read otherwise, it is read so first. */
export async function applySettings(dataset: string, settings: string): Promise<void> {
  try {
    await api.useConfiguration(dataset, settings);
    return;
  } catch (error) {
    const reading = readingIn(settings);
    if (asProblem(error).code !== 'reading-differs' || reading === null) {
      throw error;
    }
    await api.changeReading(dataset, reading);
  }
  for (let tries = 1; ; tries++) {
    await pause();
    try {
      await api.useConfiguration(dataset, settings);
      return;
    } catch (error) {
      if (!BEING_READ.has(asProblem(error).code) || tries === TRIES) {
        throw error;
      }
    }
  }
}
