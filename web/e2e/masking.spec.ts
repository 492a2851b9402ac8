import { expect, test } from '@playwright/test';
import { customers, members, sensors } from './tables';
import {
  applyReading,
  cardOf,
  changeColumn,
  choose,
  expectAccessible,
  expectNoSidewaysScroll,
  field,
  maskAndDownload,
  picture,
  reveal,
  saveColumn,
  uploadFile,
  watchForFaults,
} from './walk';

// Three very different tables, each through upload, reading, a column, masking and reveal.

test('customers are found, reviewed, masked, and revealed for a purpose', async ({ page }) => {
  const rows = 240;
  const faults = watchForFaults(page);
  const original = customers(rows);
  await uploadFile(page, 'kunden.csv', original);
  await expect(page.getByTestId('personal')).toContainText(/\d+ columns look personal\. We will/);
  await page.getByTestId('chip-decimal').click();
  await choose(page, 'Decimal', /comma/);
  await page.getByRole('button', { name: 'Done' }).click();
  await applyReading(page);
  await expect(cardOf(page, 'IBAN').getByTestId('status')).toHaveText('Protected');
  await expect(cardOf(page, 'Umsatz').getByTestId('status')).toHaveText('Harmless');
  await expect(page.getByTestId('combinations')).toContainText('Geburtsdatum');
  await page.getByRole('button', { name: 'Look for it' }).click();
  await expect(page.getByTestId('relations')).toContainText('PLZ and Ort follow from each other.');
  await page.getByRole('button', { name: 'Measure it' }).click();
  const strengths = page.getByRole('region', { name: 'Strongest pairs of columns' });
  await expect(strengths.getByRole('row').nth(1)).toContainText(/PLZ × Ort.*Cramér’s V/);
  await expectAccessible(page);
  await picture(page, 'customers');

  await page.getByRole('button', { name: 'Review' }).click();
  await expect(page.getByRole('radio', { name: 'At risk first' })).toBeChecked();
  await cardOf(page, 'E-Mail').getByText('Why').click();
  await expect(cardOf(page, 'E-Mail').locator('.evidence')).toContainText(/\d+% sure/);
  await changeColumn(page, 'Telefon', [['Treatment', /^Mask/]]);
  await expect(page.getByTestId('treated-rows')).toContainText('*');
  await expectAccessible(page);
  await picture(page, 'column');
  await saveColumn(page, 'Telefon');
  await page.getByRole('button', { name: 'Accept what was found' }).click();
  await expect(page.getByTestId('personal')).toContainText('You have accepted all of them.');

  const copy = await maskAndDownload(page);
  const before = original.trimEnd().split('\r\n');
  expect(copy).toHaveLength(before.length);
  expect(copy[0]).toBe(before[0]);
  const cells = (lines: string[], row: number) => (lines[row] ?? '').split(';');
  for (const row of [1, 2, rows]) {
    // Names, address, telephone, account: replaced. Turnover and state: as they stood.
    [1, 2, 3, 4, 5].forEach((i) => expect(cells(copy, row)[i]).not.toBe(cells(before, row)[i]));
    [9, 10].forEach((i) => expect(cells(copy, row)[i]).toBe(cells(before, row)[i]));
    expect(cells(copy, row)[4]).toContain('*');
  }
  await expectAccessible(page);
  await picture(page, 'masked');
  const revealed = await reveal(page, 'E-Mail', 'A customer asked for a copy of the bill');
  expect(revealed).toEqual(before.map((line) => line.split(';')[3]));
  await expectAccessible(page);
  await picture(page, 'reveal');
  expect(faults).toEqual([]);
});

test('a messy list is read as it is told to be and masked, on a phone', async ({ page }) => {
  const faults = watchForFaults(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await uploadFile(page, 'mitglieder.txt', members(), 'text/plain');
  const preview = page.getByRole('region', { name: 'Preview of the rows' });
  await expect(preview).toContainText(/Müller|Groß|Weiß|Schäfer/);
  await expect(page.getByTestId('chip-delimiter')).toContainText('semicolon');
  // Two lines of words; the empty one below them is no line of the table anyway.
  await expect(page.getByTestId('chip-skipped_lines')).toContainText('2');

  await page.getByTestId('chip-header').click();
  await choose(page, 'Header', /There is none/);
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(preview.getByRole('columnheader').nth(1)).not.toHaveText('Mitglied');
  await page.getByTestId('chip-header').click();
  await choose(page, 'Header', /first line/);
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(preview.getByRole('columnheader').nth(1)).toHaveText('Mitglied');

  await page.getByTestId('chip-missing_tokens').click();
  await field(page, 'Stands for missing').fill('k.A.');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByTestId('chip-missing_tokens')).toHaveAttribute('data-pending', 'true');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await picture(page, 'messy-trial-phone');
  await applyReading(page);
  await expect(page.getByTestId('chip-missing_tokens')).toHaveAttribute('data-overridden', 'true');
  await expect(cardOf(page, 'Größe (cm)')).toContainText('7 missing');

  await changeColumn(page, 'Mitglied', [['Treatment', /^Tokenize/]]);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await picture(page, 'column-phone');
  await saveColumn(page, 'Mitglied');
  await expectNoSidewaysScroll(page);
  expect(await maskAndDownload(page)).toHaveLength(61);
  await expectNoSidewaysScroll(page);
  await picture(page, 'masked-phone');
  const names = await reveal(page, 'Mitglied', 'The club prints its yearly list');
  expect(names).toHaveLength(61);
  expect(members().toString('latin1')).toContain(names[60]);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await picture(page, 'reveal-phone');
  expect(faults).toEqual([]);
});

test('a column that is only shifted is clear text, and red, wherever copies are shown', async ({
  page,
}) => {
  const faults = watchForFaults(page);
  await uploadFile(page, 'kunden.csv', customers(120));
  await page.getByRole('button', { name: 'Change Ort', exact: true }).click();
  await choose(page, 'Treatment', /^Caesar/);
  await page.getByRole('switch', { name: 'Acknowledged' }).check();
  await expect(page.getByTestId('treated-rows').getByRole('row')).toHaveCount(11);
  await saveColumn(page, 'Ort');
  await expect(cardOf(page, 'Ort').getByTestId('status')).toHaveText('At risk');
  await changeColumn(page, 'Telefon', [['Treatment', /^Mask/]]);
  await saveColumn(page, 'Telefon');

  await maskAndDownload(page);
  const banner = page.getByTestId('clear-text');
  await expect(banner).toHaveAttribute('data-code', 'caesar-legacy');
  await expect(banner).toContainText('Ort');
  await expect(banner).toHaveCSS('border-left-width', '4px');
  const became = page.getByTestId('masked-columns').getByRole('row');
  await expect(became.filter({ hasText: 'Ort' })).toContainText('Clear text');
  await expect(became.filter({ hasText: 'E-Mail' })).toContainText('Can be undone with the key');
  await expect(page.getByTestId('masked-verdict')).toContainText('in clear text');
  await expectAccessible(page);
  await picture(page, 'masked-caesar');

  await page.getByRole('link', { name: 'Go to the reveal desk' }).click();
  await expect(page.getByTestId('for-good')).toContainText('Telefon (mask)');
  await field(page, 'Columns').click();
  await expect(page.getByRole('option', { name: 'E-Mail' })).toBeVisible();
  await expect(page.getByRole('option', { name: 'Telefon' })).toBeHidden();
  await expect(page.getByRole('option', { name: 'Ort', exact: true })).toBeHidden();
  await page.keyboard.press('Escape');
  await expectAccessible(page);
  await picture(page, 'reveal-offers');

  await page.goBack();
  await page.getByRole('link', { name: 'Make another' }).click();
  await page.getByRole('button', { name: 'Make a safe copy' }).click();
  await expect(page.getByTestId('results')).toBeVisible();
  await expect(banner).toHaveAttribute('data-code', 'caesar-legacy-not-used');
  await expect(banner).toContainText('Ort');
  await expectAccessible(page);
  await picture(page, 'results-caesar');
  expect(faults).toEqual([]);
});

test('a wide table of sensors has nothing personal, and one column is hidden', async ({ page }) => {
  const faults = watchForFaults(page);
  await uploadFile(page, 'sensors.tsv.gz', sensors(200, 120), 'application/gzip');
  await expect(page.getByTestId('facts')).toContainText('gzip');
  await expect(page.getByTestId('reading')).toContainText('tab');
  await expect(page.getByTestId('personal')).toContainText('No column looks personal');
  await expect(page.getByRole('button', { name: 'Show all 120 columns' })).toBeVisible();
  await expectNoSidewaysScroll(page);
  await picture(page, 'sensors');
  await page.getByRole('button', { name: 'Measure it' }).click();
  const strengths = page.getByTestId('associations');
  await expect(strengths).toContainText('7,140 pairs of 120 columns');
  await expect(strengths.getByRole('row')).toHaveCount(16);
  await page.getByRole('searchbox', { name: 'Find pairs of a column' }).fill('sensor_119');
  await expect(strengths).toContainText('119 pairs');
  await expect(strengths.getByRole('row').nth(1)).toContainText(/Pearson correlation|Spearman/);
  await expectAccessible(page, '[data-testid=associations]');
  await strengths.getByText('Heat map', { exact: true }).click();
  await expect(strengths.getByRole('img', { name: /^How strongly/ })).toBeVisible();
  await expectNoSidewaysScroll(page);
  await picture(page, 'sensors-strengths');
  await page.getByRole('searchbox', { name: 'Find columns' }).fill('sensor_11');
  await expect(page.getByTestId('column-card')).toHaveCount(10);

  await changeColumn(page, 'sensor_117', [
    ['What it says about people', 'Sensitive'],
    ['Treatment', /^Encryption/],
  ]);
  await saveColumn(page, 'sensor_117');
  const copy = await maskAndDownload(page);
  expect(copy).toHaveLength(201);
  expect(copy[0]?.split('\t')).toHaveLength(120);
  const values = await reveal(page, 'sensor_117', 'The reading of a sensor is in doubt');
  expect(values).toHaveLength(201);
  expect(values[0]).toBe('sensor_117');
  expect(Number(values[1])).toBeGreaterThan(0);
  expect(faults).toEqual([]);
});
