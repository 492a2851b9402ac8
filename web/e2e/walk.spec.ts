import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import {
  choose,
  expectAccessible,
  expectNoSidewaysScroll,
  largeTable,
  linesOfDownload,
  openSample,
  picture,
  uploadFile,
  watchForFaults,
} from './walk';

test('a sample becomes a copy with scores, and the copy can be downloaded', async ({ page }) => {
  const faults = watchForFaults(page);
  await page.goto('/');
  await expect(page.getByText('Your file stays on this server.')).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'home');

  await openSample(page, 'penguins');
  await expect(page.getByTestId('reading')).toContainText('UTF-8');
  await expect(page.getByTestId('reading')).toContainText('comma');
  await expect(page.getByRole('region', { name: 'Preview of the rows' })).toContainText('Adelie');
  await expect(page.getByTestId('recommended')).toContainText(/whichever tells held-out rows better/);
  await expect(page.getByTestId('recommended')).toContainText(/About \d+ s on two cores; the column \w+ costs most/);
  await expectAccessible(page);
  await picture(page, 'dataset');

  await page.getByRole('button', { name: 'Make a safe copy' }).click();
  await expect(page).toHaveURL(/#\/jobs\//);
  await expect(page.getByTestId('results')).toBeVisible();
  await expect(page.getByTestId('story').locator('li').last()).toContainText('the rows are made with it');
  await expect(page.getByTestId('utility').locator('p').first()).not.toBeEmpty();
  await expect(page.getByTestId('utility')).toContainText(/real rows reach 0\.\d{3}/);
  await expect(page.getByTestId('privacy').locator('p').first()).not.toBeEmpty();
  await expect(page.getByTestId('column-score').first()).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'results');

  const first = page.getByTestId('column-score').first();
  await first.getByRole('button', { name: /as table/ }).click();
  await expect(first.getByRole('columnheader', { name: 'Synthetic' })).toBeVisible();
  await page.getByText('Table', { exact: true }).last().click();
  await expect(page.getByRole('region', { name: 'Pairs of columns' })).toBeVisible();

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download CSV' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/synthetic\.csv$/);
  const lines = readFileSync(await file.path(), 'utf8').trim().split('\n');
  expect(lines.length).toBeGreaterThan(300);
  expect(lines[0]).toContain('species');

  await page.getByRole('link', { name: 'Jobs' }).click();
  await expect(page.getByTestId('jobs')).toContainText('Done');
  await expectAccessible(page);
  await picture(page, 'jobs');
  expect(faults).toEqual([]);
});

test('only rows that fulfil the conditions are made', async ({ page }) => {
  await openSample(page, 'penguins');
  await page.getByText('Advanced').click();
  await page.getByRole('button', { name: 'Add a condition' }).click();
  await choose(page, 'Column of condition 1', 'species');
  await page.getByRole('button', { name: 'Make a safe copy' }).click();
  await expect(page.getByRole('alert')).toHaveText('Give a value.');
  await page.getByRole('textbox', { name: 'Value of condition 1' }).fill('Adelia');
  await page.getByRole('button', { name: 'Make a safe copy' }).click();
  await expect(page.getByText('did you mean Adelie?').first()).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'conditions');
  await page.getByRole('textbox', { name: 'Value of condition 1' }).fill('Adelie');
  await page.getByRole('textbox', { name: 'Rows' }).fill('50');
  await page.getByRole('button', { name: 'Make a safe copy' }).click();
  await expect(page.getByTestId('results')).toBeVisible();
  await expect(page.getByTestId('asked')).toContainText('Only rows where species is Adelie');
  await expect(page.getByTestId('compared')).toHaveText(
    /^Compared with the 1\d\d training rows that fulfil the conditions\.$/,
  );
  const { lines } = await linesOfDownload(page, () =>
    page.getByRole('link', { name: 'Download CSV' }).click(),
  );
  expect(lines).toHaveLength(51);
  expect(lines.slice(1).every((line) => line.includes('Adelie'))).toBe(true);
});

test('groups have their own numbers of rows, and a column its shares', async ({ page }) => {
  await openSample(page, 'penguins');
  await page.getByText('Advanced').click();
  await page.getByRole('button', { name: 'Make groups of rows' }).click();
  await page.getByRole('textbox', { name: 'Rows of group 1' }).fill('30');
  await page.getByRole('button', { name: 'Add a condition to group 1' }).click();
  await choose(page, 'Column of condition 1 of group 1', 'species');
  await page.getByRole('textbox', { name: 'Value of condition 1 of group 1' }).fill('Adelie');
  await choose(page, 'Column with given shares', 'sex');
  await page.getByRole('textbox', { name: 'Value of share 1' }).fill('male');
  await page.getByRole('textbox', { name: 'Percentage of share 1' }).fill('90');
  await expect(page.getByText('All other values: 10%')).toBeVisible();
  await page.getByRole('button', { name: 'Make a safe copy' }).click();
  await expect(page.getByText('Say how many rows.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Rows of group 2' }).fill('50');
  await expect(page.getByRole('heading', { name: '80 invented rows' })).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'groups');
  await page.getByRole('button', { name: 'Make a safe copy' }).click();
  await expect(page.getByTestId('results')).toBeVisible();
  await expect(page.getByTestId('asked')).toContainText(
    '30 rows where species is Adelie; 50 rows. Shares of sex: male 90%.',
  );
  await expect(page.getByTestId('compared')).toContainText('real rows do not have the shares');
  const { lines } = await linesOfDownload(page, () =>
    page.getByRole('link', { name: 'Download CSV' }).click(),
  );
  expect(lines).toHaveLength(81);
  expect(lines.slice(1, 31).every((line) => line.includes('Adelie'))).toBe(true);
  expect(lines.filter((line) => /\bmale\b/.test(line)).length).toBeGreaterThan(60);
});

test('a file with hostile names is shown as text and never run', async ({ page }) => {
  const faults = watchForFaults(page);
  const long = 'a'.repeat(300);
  const rows = Array.from(
    { length: 120 },
    (_, i) => `${i % 7},<img src=x onerror=alert(1)>,${['x', 'y', 'z'][i % 3]},${i}`,
  );
  const header = `<script>alert(1)</script>,${long},שלום עולם,n`;
  await uploadFile(page, '<b>odd<b> name.csv', `${header}\n${rows.join('\n')}\n`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('<b>odd<b>');
  await expect(page.getByTestId('column-card').first()).toContainText('<script>alert(1)</script>');
  await expectNoSidewaysScroll(page);
  await picture(page, 'hostile');
  await page.getByRole('button', { name: 'Make a safe copy' }).click();
  await expect(page.getByTestId('results')).toBeVisible();
  await expectNoSidewaysScroll(page);
  expect(faults).toEqual([]);
});

test('progress survives a reload, and a running job can be cancelled', async ({ page }) => {
  await uploadFile(page, 'large.csv', largeTable(60_000));
  await expect(page.getByTestId('column-card').first()).toBeVisible();
  await page.getByText('Advanced').click();
  await page.getByRole('textbox', { name: 'Rows' }).fill('10000000');
  await page.getByRole('button', { name: 'Make a safe copy' }).click();
  await expect(page.getByTestId('progress')).toBeVisible();
  const url = page.url();
  await page.reload();
  expect(page.url()).toBe(url);
  await expect(page.getByTestId('progress')).toBeVisible();
  await picture(page, 'progress');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('heading', { name: 'Cancelled' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Run it again' })).toBeVisible();
  await expectAccessible(page);
});

test('a binary file gets a problem that says what to do', async ({ page }) => {
  await uploadFile(page, 'picture.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 1, 2, 3]));
  const alert = page.getByRole('alert');
  await expect(alert).toHaveAttribute('data-code', 'binary-file');
  await expect(alert.getByTestId('problem-action')).not.toBeEmpty();
  await expect(alert).not.toContainText('{');
  await expectAccessible(page);
  await picture(page, 'problem');
});

test('an unknown job and an unknown page lead back', async ({ page }) => {
  await page.goto('/#/jobs/00000000-0000-4000-8000-000000000000');
  await expect(page.getByRole('alert')).toHaveAttribute('data-code', 'job-not-found');
  await page.getByRole('link', { name: 'Go to the jobs' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Jobs' })).toBeVisible();
  await page.goto('/#/nowhere');
  await expect(page.getByText('There is no such page')).toBeVisible();
});

test('wrong numbers are refused before they are sent', async ({ page }) => {
  await openSample(page, 'penguins');
  await page.getByText('Advanced').click();
  await page.getByRole('textbox', { name: 'Rows' }).fill('0');
  await expect(page.getByText('Give a whole number, at least 1.')).toBeVisible();
  await page.getByRole('button', { name: 'Make a safe copy' }).click();
  await expect(page).toHaveURL(/#\/datasets\//);
});

test('the whole walk works with the keyboard alone', async ({ page }) => {
  const reach = async (name: RegExp) => {
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab');
      const text = await page.evaluate(() => {
        const element = document.activeElement;
        return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
      });
      if (name.test(text)) {
        return;
      }
    }
    throw new Error(`Tab never reached ${name}`);
  };
  await page.goto('/');
  await expect(page.getByRole('button', { name: /penguins/i })).toBeVisible();
  await reach(/penguins/i);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Make a safe copy' })).toBeVisible();
  await reach(/Make a safe copy/);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('results')).toBeVisible();
  await reach(/Download CSV/);
  const outline = await page.evaluate(
    () => getComputedStyle(document.activeElement as Element).outlineStyle,
  );
  expect(outline).not.toBe('none');
});

test('the dark scheme follows the system, can be switched and is remembered', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await openSample(page, 'penguins');
  const scheme = () =>
    page.evaluate(() => document.documentElement.getAttribute('data-mantine-color-scheme'));
  expect(await scheme()).toBe('dark');
  await expectAccessible(page);
  await picture(page, 'dataset-dark');
  await page.getByRole('button', { name: 'Make a safe copy' }).click();
  await expect(page.getByTestId('results')).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'results-dark');
  await page.getByRole('button', { name: 'Switch to light colours' }).click();
  expect(await scheme()).toBe('light');
  await page.reload();
  await expect(page.getByTestId('results')).toBeVisible();
  expect(await scheme()).toBe('light');
});

test('everything fits a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await page.goto('/');
  await expect(page.getByRole('button', { name: /penguins/i })).toBeVisible();
  await expectNoSidewaysScroll(page);
  await picture(page, 'home-phone');
  await openSample(page, 'penguins');
  await expectNoSidewaysScroll(page);
  await picture(page, 'dataset-phone');
  await page.getByRole('button', { name: 'Make a safe copy' }).click();
  await expect(page.getByTestId('results')).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await picture(page, 'results-phone');
});
