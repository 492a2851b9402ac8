import { expect, test, type Page } from '@playwright/test';
import { customers, sensors } from './tables';
import {
  cardOf,
  choose,
  expectAccessible,
  expectNoSidewaysScroll,
  linesOfDownload,
  picture,
  uploadFile,
  watchForFaults,
} from './walk';

const ROWS = 240;
const PURPOSE = 'A customer asked for a copy of the bill';

/** Makes a masked copy of the table that is open, and downloads it. */
async function maskAndDownload(page: Page): Promise<string[]> {
  await page.getByRole('button', { name: 'Make a masked copy' }).click();
  await expect(page.getByTestId('masked')).toBeVisible();
  const { name, lines } = await linesOfDownload(page, () =>
    page.getByRole('link', { name: 'Download CSV' }).click(),
  );
  expect(name).toMatch(/masked\.csv$/);
  return lines;
}

test('customers are found, masked, and revealed for a purpose', async ({ page }) => {
  const faults = watchForFaults(page);
  const original = customers(ROWS);
  await uploadFile(page, 'kunden.csv', original);
  await expect(page.getByTestId('personal')).toContainText(/\d+ columns look personal\./);
  await cardOf(page, 'E-Mail').getByText('Why').click();
  await expect(cardOf(page, 'E-Mail').locator('.evidence')).toContainText(/\d+% sure/);
  await expectAccessible(page);
  await picture(page, 'customers');

  const copy = await maskAndDownload(page);
  const before = original.trimEnd().split('\r\n');
  expect(copy).toHaveLength(before.length);
  expect(copy[0]).toBe(before[0]);
  const cells = (lines: string[], row: number) => (lines[row] ?? '').split(';');
  for (const row of [1, 2, ROWS]) {
    // Names, address, telephone, account: replaced. Turnover and state: as they stood.
    [1, 2, 3, 4, 5].forEach((i) => expect(cells(copy, row)[i]).not.toBe(cells(before, row)[i]));
    [9, 10].forEach((i) => expect(cells(copy, row)[i]).toBe(cells(before, row)[i]));
  }
  await expectAccessible(page);
  await picture(page, 'masked');

  await page.getByRole('link', { name: 'Go to the reveal desk' }).click();
  await choose(page, 'Columns', 'E-Mail');
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: 'Purpose' }).fill('why not');
  await page.getByRole('button', { name: 'Ask to reveal' }).click();
  await expect(page.getByText(/expected 15 to 500/)).toBeVisible();
  await page.getByRole('textbox', { name: 'Purpose' }).fill(PURPOSE);
  await page.getByRole('button', { name: 'Ask to reveal' }).click();
  await expect(page.getByTestId('reveal')).toContainText('Ready to be downloaded once');
  await expectAccessible(page);
  const revealed = await linesOfDownload(page, () =>
    page.getByRole('button', { name: 'Download once' }).click(),
  );
  expect(revealed.lines).toEqual(before.map((line) => line.split(';')[3]));
  await expect(page.getByTestId('wishes')).toContainText('Downloaded');
  await expect(page.getByTestId('audit')).toContainText(PURPOSE);
  await picture(page, 'reveal');
  expect(faults).toEqual([]);
});

test('a wide table of sensors has nothing personal, and can be searched', async ({ page }) => {
  const faults = watchForFaults(page);
  await uploadFile(page, 'sensors.tsv.gz', sensors(200, 120), 'application/gzip');
  await expect(page.getByTestId('facts')).toContainText('gzip');
  await expect(page.getByTestId('reading')).toContainText('tab');
  await expect(page.getByTestId('personal')).toContainText('No column looks personal');
  await expect(page.getByRole('button', { name: 'Show all 120 columns' })).toBeVisible();
  await picture(page, 'sensors');
  await page.getByRole('searchbox', { name: 'Find columns' }).fill('sensor_11');
  await expect(page.getByTestId('column-card')).toHaveCount(10);
  await expectNoSidewaysScroll(page);
  expect(await maskAndDownload(page)).toHaveLength(201);
  expect(faults).toEqual([]);
});

test('erasing a table gives a receipt', async ({ page }) => {
  const faults = watchForFaults(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await uploadFile(page, 'kunden.csv', customers(60));
  await expect(page.getByTestId('column-card').first()).toBeVisible();
  await picture(page, 'customers-dark');
  await page.getByRole('button', { name: 'Erase…' }).click();
  await page.getByRole('checkbox', { name: /cannot be undone/ }).check();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Erase for good' }).click();
  await expect(page.getByRole('heading', { name: 'Erased', exact: true })).toBeVisible();
  await expect(page.getByTestId('receipt')).toContainText('Key destroyed');
  await expectAccessible(page);
  await picture(page, 'receipt-dark');
  expect(faults).toEqual([]);
});

test('a key can be issued, used and forgotten, and a wrong one is asked for again', async ({
  page,
}) => {
  await page.goto('/#/access');
  await page.getByRole('textbox', { name: 'What it is for' }).fill('A look from afar');
  await page.getByRole('checkbox', { name: /viewer/ }).check();
  await page.getByRole('button', { name: 'Issue a key' }).click();
  const issued = page.getByRole('status').filter({ hasText: 'shown this once' });
  const token = (await issued.locator('code').textContent()) ?? '';
  await expectAccessible(page);
  await picture(page, 'access');

  const useKey = async (key: string) => {
    await page.getByRole('textbox', { name: 'API key' }).fill(key);
    await page.getByRole('button', { name: 'Use this key' }).click();
  };
  await useKey('wrong');
  await expect(page.getByRole('heading', { name: 'A key is needed' })).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'key-needed');
  await useKey(token);
  await expect(page.getByTestId('roles').getByRole('listitem')).toHaveCount(1);
  await page.getByRole('link', { name: 'Reveal', exact: true }).click();
  await expect(page.getByText('Only a privacy officer can reveal')).toBeVisible();
  await picture(page, 'reveal-viewer');

  await page.getByRole('link', { name: 'Keys and access' }).click();
  await page.getByRole('button', { name: 'Forget the key of this tab' }).click();
  await page.getByRole('button', { name: 'Take back the key for A look from afar' }).click();
  await expect(page.getByText('A look from afar', { exact: true })).toBeHidden();
});
