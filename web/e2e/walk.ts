import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';

/** Where pictures for people go. */
const PICTURES = 'target/screenshots';

/** Fails on anything that axe calls serious or critical, on the page or in a part of it. */
export async function expectAccessible(page: Page, part?: string): Promise<void> {
  const axe = new AxeBuilder({ page });
  const found = await (part === undefined ? axe : axe.include(part)).analyze();
  const grave = found.violations
    .filter((violation) => violation.impact === 'serious' || violation.impact === 'critical')
    .map((violation) => ({
      id: violation.id,
      help: violation.help,
      nodes: violation.nodes.slice(0, 3).map((node) => node.html),
    }));
  expect(grave).toEqual([]);
}

/** Takes a picture of the whole page with every lazily drawn chart on it. */
export async function picture(page: Page, name: string): Promise<void> {
  const size = page.viewportSize() ?? { width: 1280, height: 860 };
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: size.width, height: Math.min(height, 12_000) });
  for (const chart of await page.getByRole('img', { name: /^Distribution of|^How far|^How strongly/ }).all()) {
    await expect(chart.locator('svg, rect').first()).toBeAttached();
  }
  await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
  await page.setViewportSize(size);
}

/** No part of the page may be wider than the window. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const wider = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wider).toBeLessThanOrEqual(0);
}

/** Collects what a page should never do: throw, break its policy, or ask another host. */
export function watchForFaults(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`threw: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('Failed to load resource')) {
      faults.push(`console: ${message.text()}`);
    }
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== new URL(page.url()).origin) {
      if (page.url() !== 'about:blank') {
        faults.push(`asked another host: ${url.origin}`);
      }
    }
  });
  return faults;
}

/** Chooses a sample on the start page and waits for its columns. */
export async function openSample(page: Page, title: string): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: new RegExp(title, 'i') }).click();
  await expect(page.getByTestId('column-card').first()).toBeVisible();
}

/** Uploads a file made of text or bytes. */
export async function uploadFile(
  page: Page,
  name: string,
  content: string | Buffer,
  mimeType = 'text/csv',
): Promise<void> {
  await page.goto('/');
  await page.getByTestId('file').setInputFiles({ name, mimeType, buffer: Buffer.from(content) });
}

/** The card of a column. */
export const cardOf = (page: Page, column: string): Locator =>
  page
    .getByTestId('column-card')
    .filter({ has: page.getByRole('heading', { name: column, exact: true }) });

/** An input by its label; those with a list of choices have a role of their own. */
export const field = (page: Page, label: string): Locator =>
  page
    .getByRole('textbox', { name: label })
    .or(page.getByRole('combobox', { name: label }))
    .first();

/** Chooses an entry of a list. */
export async function choose(page: Page, label: string, option: RegExp | string): Promise<void> {
  await field(page, label).click();
  await page.getByRole('option', { name: option }).first().click();
}

/** Presses something that downloads, and gives back the lines of the file. */
export async function linesOfDownload(
  page: Page,
  press: () => Promise<void>,
): Promise<{ name: string; lines: string[] }> {
  const download = page.waitForEvent('download');
  await press();
  const file = await download;
  const text = readFileSync(await file.path(), 'utf8');
  return { name: file.suggestedFilename(), lines: text.trimEnd().split(/\r?\n/) };
}

/** Tells how the file is read and waits until the columns were looked at again. */
export async function applyReading(page: Page): Promise<void> {
  await expect(page.getByTestId('column-card').first()).toBeVisible();
  const lookedAt = page.waitForResponse(
    (response) => response.url().endsWith('/profile') && response.status() === 200,
    { timeout: 120_000 },
  );
  await page.getByTestId('apply-reading').click();
  await lookedAt;
  await expect(page.getByTestId('apply-reading')).toBeHidden();
  await expect(page.getByTestId('column-card').first()).toBeVisible();
}

/** Says something about a column in its editor, and looks at its ten treated rows. */
export async function changeColumn(
  page: Page,
  column: string,
  changes: [label: string, option: RegExp | string][],
): Promise<void> {
  await page.getByRole('button', { name: `Change ${column}`, exact: true }).click();
  for (const [label, option] of changes) {
    await choose(page, label, option);
  }
  await expect(page.getByTestId('treated-rows').getByRole('row')).toHaveCount(11);
}

/** Saves what was said, and waits until it stands on the card. */
export async function saveColumn(page: Page, column: string): Promise<void> {
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(cardOf(page, column)).toContainText('Told by');
}

/** Makes a masked copy of the table that is open, and downloads it. */
export async function maskAndDownload(page: Page): Promise<string[]> {
  await page.getByRole('button', { name: 'Make a masked copy' }).click();
  await expect(page.getByTestId('masked')).toBeVisible();
  const { name, lines } = await linesOfDownload(page, () =>
    page.getByRole('link', { name: 'Download CSV' }).click(),
  );
  expect(name).toMatch(/masked\.csv$/);
  return lines;
}

/** Goes from a masked copy to the reveal desk and asks for a column; gives back its values. */
export async function reveal(page: Page, column: string, purpose: string): Promise<string[]> {
  await page.getByRole('link', { name: 'Go to the reveal desk' }).click();
  await choose(page, 'Columns', column);
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: 'Purpose' }).fill(purpose);
  await page.getByRole('button', { name: 'Ask to reveal' }).click();
  await expect(page.getByTestId('reveal')).toContainText('Ready to be downloaded once');
  const { lines } = await linesOfDownload(page, () =>
    page.getByRole('button', { name: 'Download once' }).click(),
  );
  await expect(page.getByTestId('requests').getByRole('listitem').first()).toContainText('Downloaded');
  await expect(page.getByTestId('audit')).toContainText(purpose);
  return lines;
}

/** A table large enough that a job on it can be watched; the same every time. */
export function largeTable(rows: number): string {
  const extra = Array.from({ length: 10 }, (_, i) => `x${i}`);
  const lines = [`city,age,income,joined,${extra.join(',')}`];
  const cities = ['Graz', 'Linz', 'Wien', 'Wels', 'Steyr', 'Villach'];
  let state = 7;
  const next = (limit: number) => {
    state = (state * 48271) % 2147483647;
    return state % limit;
  };
  for (let row = 0; row < rows; row++) {
    const age = 18 + next(60);
    const day = String(1 + next(28)).padStart(2, '0');
    const month = String(1 + next(12)).padStart(2, '0');
    const income = age * 700 + next(20_000);
    const joined = `20${10 + next(15)}-${month}-${day}`;
    const rest = extra.map(() => (age + next(1000)) / 10);
    lines.push(`${cities[next(6)]},${age},${income},${joined},${rest.join(',')}`);
  }
  return `${lines.join('\n')}\n`;
}
