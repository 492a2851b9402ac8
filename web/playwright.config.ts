import { defineConfig } from '@playwright/test';
import { existsSync } from 'node:fs';

/** A Chromium of the system; none is ever downloaded. */
function chromium(): string {
  const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'];
  const found = places.find((place) => place !== undefined && existsSync(place));
  if (found === undefined) {
    throw new Error('No Chromium found: install one, or name it in the variable CHROMIUM.');
  }
  return found;
}

const baseURL = process.env.LIKENESS_URL;
if (!baseURL) {
  throw new Error('LIKENESS_URL is not set, expected the address of a running Likeness.');
}

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'target/e2e',
  timeout: 300_000,
  expect: { timeout: 60_000 },
  workers: 1,
  forbidOnly: true,
  reporter: [['list']],
  use: {
    baseURL,
    viewport: { width: 1280, height: 860 },
    locale: 'en-GB',
    trace: 'retain-on-failure',
    launchOptions: { executablePath: chromium(), args: ['--no-sandbox'] },
  },
});
