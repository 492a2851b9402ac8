import { expect, test } from '@playwright/test';
import { members } from './tables';
import {
  choose,
  expectAccessible,
  expectNoSidewaysScroll,
  field,
  picture,
  uploadFile,
  watchForFaults,
} from './walk';

test('a messy list is read as it is told to be, on a phone', async ({ page }) => {
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
  await page.getByTestId('apply-reading').click();
  await expect(page.getByTestId('chip-missing_tokens')).toHaveAttribute('data-overridden', 'true');
  await expect(page.getByTestId('apply-reading')).toBeHidden();
  await expectNoSidewaysScroll(page);
  expect(faults).toEqual([]);
});
