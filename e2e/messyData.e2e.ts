/** Data as people have it: photographs of odd sizes with broken ones among them, tables from a Korean and a German Windows. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import iconv from 'iconv-lite';
import { PNG } from 'pngjs';
import { answerOpen } from './answerOpen.ts';
import { expect, test } from './studioTest.ts';
import { openScreen } from './trainScreen.ts';
import { writeImageClasses } from './writeImageClasses.ts';

/** No window has so many stops. */
const MOST_TABS = 80;

async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('The tab key does not lead there.');
}

function photo(width: number, height: number, blue: number): Buffer {
  const png = new PNG({ width, height });
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    png.data.set([pixel % 256, (pixel * 7) % 256, blue, 255], 4 * pixel);
  }
  return PNG.sync.write(png);
}

async function writePhotos(folder: string): Promise<void> {
  for (const name of ['beach', 'city']) {
    await mkdir(join(folder, name), { recursive: true });
    for (let index = 0; index < 8; index += 1) {
      const [width, height] = index % 3 === 0 ? [200, 30] : [64, 48];
      await writeFile(join(folder, name, `${index}.png`), photo(width, height, 30 * index));
    }
  }
  await writeFile(join(folder, 'beach', '8.png'), photo(64, 48, 1).subarray(0, 120));
  await writeFile(join(folder, 'city', '8.jpg'), 'no image');
}

test('a folder with broken photographs is imported by keyboard alone', async ({ studio, home }) => {
  const { page, app } = studio;
  const folder = join(home, 'photos');
  await writePhotos(folder);
  await answerOpen(app, folder);
  await openScreen(page, 'data');
  await tabTo(page, page.getByRole('button', { name: 'Import a folder' }));
  await page.keyboard.press('Enter');
  const form = page.getByTestId('import-page');
  const broken = '2 images cannot be read. The first: "beach/8.png", "city/8.jpg".';
  await expect(form).toContainText(`${broken} The import refuses damaged images.`);

  const run = page.getByTestId('import-run');
  await tabTo(page, run);
  await expect(run).toHaveAttribute('aria-description', /The import refuses damaged images\.$/);
  await tabTo(page, form.getByRole('combobox', { name: 'Damaged images' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option', { name: 'Refuse them all' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  // The list moves the focus a moment after the key.
  await expect(page.getByRole('option').nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(form).toContainText('Damaged images are left out.');
  await page.screenshot({ path: 'test-results/damaged-images.png' });

  await tabTo(page, page.getByTestId('import-run'));
  await page.keyboard.press('Enter');
  const shown = page.getByTestId('screen-data');
  await expect(shown).toContainText(`${broken} The images were left out.`);
  await expect(shown).toContainText('6 of 16 images had another size');
});

test('decimal commas are found, said, and read otherwise on a choice', async ({ studio, home }) => {
  const { page, app } = studio;
  const path = join(home, 'preise.csv');
  const rows = Array.from({ length: 30 }, (_, row) => `${row},5;"1,${100 + row}";${row % 2}`);
  await writeFile(path, `a;b;kind\n${rows.join('\n')}\n`);
  await answerOpen(app, path);
  await openScreen(page, 'data');
  await page.getByTestId('import-dataset').click();
  const form = page.getByTestId('import-page');
  await expect(form).toContainText(
    'Column "a" is read with a decimal comma: "0,5" in row 2 is 0.5.',
  );
  await expect(form).toContainText('"1,100" in row 2 is taken for 1.1.');
  const mark = form.getByRole('combobox', { name: 'Decimal mark' });
  await expect(mark).toHaveText('Comma: 1.234,5');
  await mark.click();
  await page.getByRole('option', { name: 'Point: 1,234.5' }).click();
  await expect(form).not.toContainText('decimal comma:');
  await form.getByTestId('import-reset').click();
  await expect(mark).toHaveText('Comma: 1.234,5');
  await page.getByTestId('import-run').click();
  await expect(page.getByTestId('screen-data')).toContainText('is read with a decimal comma');
});

test('numbers that JSON Lines write as texts are read, and shown with the digits they have there', async ({
  studio,
  home,
}) => {
  const { page, app } = studio;
  const path = join(home, 'wohnungen.jsonl');
  const row = (at: number) => ({ zimmer: 1 + (at % 5), preis: `1031${at + 10},79` });
  const lines = Array.from({ length: 30 }, (_, at) => JSON.stringify(row(at)));
  await writeFile(path, lines.join('\n'));
  await answerOpen(app, path);
  await openScreen(page, 'data');
  await page.getByTestId('import-dataset').click();
  const form = page.getByTestId('import-page');
  await expect(form).toContainText('"103110,79" in row 1 is 103110.79.');
  await expect(form.getByRole('combobox', { name: 'Decimal mark' })).toHaveText('Comma: 1.234,5');
  await page.getByTestId('import-run').click();
  await page.getByRole('button', { name: 'Open sample 0, 103110.79' }).click();
  const detail = page.getByTestId('sample-detail');
  const price = detail.getByRole('textbox', { name: 'preis' });
  await expect(price).toHaveValue('103110.79');
  await page.screenshot({ path: 'test-results/sample-digits.png' });
  await price.fill('99999.99');
  await detail.getByRole('button', { name: 'Set', exact: true }).click();
  await expect(detail).toContainText('103110.79');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('edits')).toContainText('103110.79 → 99999.99');
});

test('of many images the sizes of those looked at are told, and that they are', async ({
  studio,
  home,
}) => {
  const { page, app } = studio;
  const folder = join(home, 'bars');
  await writeImageClasses(folder, { classes: 2, size: 8, images: 60 });
  await answerOpen(app, folder);
  await openScreen(page, 'data');
  await page.getByRole('button', { name: 'Import a folder' }).first().click();
  await expect(page.getByTestId('import-facts')).toContainText('Sizes of the 100 images looked at');
});

test('a table from a Korean Windows is read, and its faults are told in Korean', async ({
  studio,
  home,
}) => {
  const { page, app } = studio;
  const path = join(home, '고객.csv');
  const rows = Array.from({ length: 80 }, (_, row) => `${20 + row},${row % 2 ? '서울' : '부산'}`);
  const text = ['나이,지역', ...rows, '무응답,서울', '30'].join('\r\n');
  await writeFile(path, iconv.encode(text, 'cp949'));
  await answerOpen(app, path);
  await page.getByRole('button', { name: '한국어' }).click();
  await page.emulateMedia({ colorScheme: 'dark' });
  await openScreen(page, 'data');
  await page.getByTestId('import-dataset').click();
  const form = page.getByTestId('import-page');
  await expect(form.getByRole('combobox', { name: '인코딩' })).toContainText('CP949');
  await expect(form).toContainText('서울');
  await expect(form).toContainText('83행의 필드 수가 머리글과 다릅니다: 2개가 아니라 1개입니다.');
  await expect(form).toContainText(
    '열 "나이" 때문에 가져올 수 없습니다. 값 81개 중 80개가 숫자이지만',
  );
  await page.screenshot({ path: 'test-results/korean-table.png' });
});

test('a table from a German Windows is read, and where no encoding is found one can be chosen', async ({
  studio,
  home,
}) => {
  const { page, app } = studio;
  const row = (at: number) => `103.1${at + 10},79;Süd;${1957 + at};${at % 2 ? 'klein' : 'hoch'}`;
  const lines = ['Größe;Bezirk;Baujahr;Art', ...Array.from({ length: 20 }, (_, at) => row(at))];
  const western = iconv.encode(lines.join('\r\n'), 'windows-1252');
  const path = join(home, 'wohnungen.csv');
  await writeFile(path, western);
  await answerOpen(app, path);
  await openScreen(page, 'data');
  await page.getByTestId('import-dataset').click();
  const form = page.getByTestId('import-page');
  const encoding = form.getByRole('combobox', { name: 'Encoding' });
  await expect(encoding).toContainText('Windows-1252');
  await expect(form).toContainText('the text has words such as "Größe"');
  // It begins in UTF-8, and goes on as before.
  const mixed = join(home, 'mixed.csv');
  const rest = western.subarray(western.indexOf('\n'));
  await writeFile(mixed, Buffer.concat([Buffer.from('Höhe;Bezirk;Baujahr;Art'), rest]));
  await page.getByRole('button', { name: 'Discard' }).click();
  await answerOpen(app, mixed);
  await page.getByTestId('import-dataset').click();
  await expect(page.getByTestId('import-error')).toContainText('must be text in one encoding');
  await encoding.click();
  await page.getByRole('option', { name: 'Windows-1252' }).click();
  await expect(page.getByTestId('import-facts')).toBeVisible();
  await page.screenshot({ path: 'test-results/german-table.png' });
  // Samples as the file has them: a year is no count, and a price has its cents.
  await page.getByTestId('import-run').click();
  await expect(page.getByRole('cell', { name: '1957', exact: true })).toBeVisible();
  await expect(page.getByRole('cell', { name: '103110.79', exact: true })).toBeVisible();
});

test('a table without a header keeps its first sample, and is read otherwise on a choice', async ({
  studio,
  home,
}) => {
  const { page, app } = studio;
  const path = join(home, 'iris.data.csv');
  const rows = Array.from({ length: 30 }, (_, row) => `${row % 7}.5,-,Iris-${row % 2}`);
  await writeFile(path, `${rows.join('\n')}\n`.replaceAll('3.5,-', '3.5,0.1'));
  await answerOpen(app, path);
  await openScreen(page, 'data');
  await page.getByTestId('import-dataset').click();
  const form = page.getByTestId('import-page');
  await expect(form).toContainText('The first row is read as a sample, because "0.5" in it');
  await expect(form).toContainText('"-" in row 1 are read as missing values.');
  const first = form.getByRole('combobox', { name: 'First row' });
  await expect(first).toHaveText('A sample');
  await page.screenshot({ path: 'test-results/no-header.png' });
  await first.click();
  await page.getByRole('option', { name: 'Names' }).click();
  await expect(form).not.toContainText('The first row is read as a sample');
  await form.getByTestId('import-reset').click();
  await expect(first).toHaveText('A sample');
  await page.getByTestId('import-run').click();
  await expect(page.getByTestId('screen-data')).toContainText('column 1');
});

test('a stray quotation mark is read as a letter by a button beside the refusal', async ({
  studio,
  home,
}) => {
  const { page, app } = studio;
  const path = join(home, 'pipes.csv');
  const rows = Array.from({ length: 10 }, (_, row) => `a ${row}" pipe,${row % 2 ? 'a' : 'b'}`);
  await writeFile(path, `text,kind\n${rows.join('\n')}\n`);
  await answerOpen(app, path);
  await openScreen(page, 'data');
  await page.getByTestId('import-dataset').click();
  const form = page.getByTestId('import-page');
  await expect(form).toContainText('A quotation mark inside a field');
  await form.getByRole('button', { name: 'Read quotation marks as letters' }).click();
  await expect(form.getByRole('combobox', { name: 'Quotation marks' })).toHaveText('Letters');
  await expect(form).toContainText('a 0" pipe');
});
