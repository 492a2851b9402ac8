import { expect, test } from '@playwright/test';
import { customers } from './tables';
import {
  cardOf,
  changeColumn,
  expectAccessible,
  linesOfDownload,
  picture,
  saveColumn,
  uploadFile,
  watchForFaults,
} from './walk';

test('settings leave as a file and come back, and erasing gives a receipt', async ({ page }) => {
  const faults = watchForFaults(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await uploadFile(page, 'kunden.csv', customers(60));
  await changeColumn(page, 'PLZ', [['What it says about people', 'Not personal']]);
  await saveColumn(page, 'PLZ');
  await expect(cardOf(page, 'PLZ').getByTestId('status')).toHaveText('Harmless');
  const { name, lines } = await linesOfDownload(page, () =>
    page.getByRole('button', { name: 'Download the settings' }).click(),
  );
  expect(name).toBe('kunden.likeness.json');
  const settings = JSON.parse(lines.join('\n')) as { columns: Record<string, { role?: string }> };
  expect(settings.columns.PLZ?.role).toBe('none');
  settings.columns.PLZ = { role: 'quasi' };
  await page.getByTestId('settings-file').setInputFiles({
    name,
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(settings)),
  });
  await expect(cardOf(page, 'PLZ').getByTestId('status')).not.toHaveText('Harmless');
  await expectAccessible(page);
  await picture(page, 'customers-dark');

  // A file that was written for another reading of the table: the table is read so first.
  await page.getByTestId('settings-file').setInputFiles({
    name,
    mimeType: 'application/json',
    buffer: Buffer.from(
      JSON.stringify({ ...settings, reading: { missing_tokens: ['ruhend'] } }),
    ),
  });
  await expect(page.getByText('The settings of the file are in use.')).toBeVisible();
  await expect(cardOf(page, 'Status')).toContainText(/[1-9]\d* missing/);
  await expect(page.getByTestId('chip-missing_tokens')).toHaveAttribute('data-overridden', 'true');

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
