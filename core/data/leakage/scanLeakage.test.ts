/** Leaks that were planted are found, named and repaired; a clean dataset has none. */
import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { COPIES, PreprocessingSpec, SplitSpec } from '../../contract/ExperimentSpec.ts';
import { type LeakageRepair, LeakageReport } from '../../contract/LeakageReport.ts';
import { randomAt } from '../../random/randomAt.ts';
import type { Column, Dataset, ImageDataset, TableDataset, TextDataset } from '../Dataset.ts';
import { joinBytes } from '../joinBytes.ts';
import { drawSplits } from '../splits/drawSplits.ts';
import type { Splits } from '../splits/Splits.ts';
import { scanLeakage } from './scanLeakage.ts';

const SAMPLES = 120;

/** The first 80 train, the next 20 validate, the last 20 are sealed. */
const splits: Splits = {
  train: Int32Array.from({ length: 80 }, (_, index) => index),
  validation: Int32Array.from({ length: 20 }, (_, index) => 80 + index),
  test: Int32Array.from({ length: 20 }, (_, index) => 100 + index),
};

const targets = Int32Array.from({ length: SAMPLES }, (_, index) => (index * 7) % 2);

const common = () => ({
  samples: SAMPLES,
  target: {
    kind: 'class' as const,
    name: 'kind',
    labels: ['a', 'b'],
    counts: [SAMPLES / 2, SAMPLES / 2],
  },
  targets: targets.slice(),
  givenSplits: null,
  warnings: [],
});

function table(extra: readonly Column[] = [], fill?: (row: number, extra: number) => number) {
  const random = randomAt({ seed: 11, stream: 'augment' });
  const columns: Column[] = ['x', 'y', 'z'].map((name) => ({ name, type: 'number' }));
  columns.push(...extra);
  const values = new Float32Array(SAMPLES * columns.length);
  for (let row = 0; row < SAMPLES; row++) {
    for (let column = 0; column < columns.length; column++) {
      const drawn = 5 + 2 * random.nextNormal();
      const at = row * columns.length + column;
      values[at] = column < 3 ? drawn : (fill?.(row, column - 3) ?? drawn);
    }
  }
  return { kind: 'table', ...common(), columns, values } satisfies TableDataset;
}

function images(): ImageDataset {
  const random = randomAt({ seed: 12, stream: 'augment' });
  const pixels = Uint8Array.from({ length: SAMPLES * 64 }, () => random.nextBelow(256));
  const none = { columns: [], values: new Float32Array() };
  return { kind: 'image', ...common(), ...none, sampleShape: [1, 8, 8], images: pixels };
}

function texts(change: Readonly<Record<number, string>> = {}): TextDataset {
  const word = (index: number) => `w${(index * 7919) % 1000}`;
  const sentences = Array.from({ length: SAMPLES }, (_, row) => {
    const words = Array.from({ length: 12 }, (_word, place) => word(row * 12 + place));
    return change[row] ?? words.join(' ');
  });
  const parts = sentences.map((sentence) => strToU8(sentence));
  const offsets = new Uint32Array(SAMPLES + 1);
  for (const [row, part] of parts.entries()) offsets[row + 1] = offsets[row] + part.length;
  const none = { columns: [], values: new Float32Array() };
  return { kind: 'text', ...common(), ...none, texts: joinBytes(parts), offsets };
}

async function reportOf(
  dataset: Dataset,
  { excluded = [], wish }: { excluded?: string[]; wish?: Partial<SplitSpec> } = {},
) {
  const split = SplitSpec.parse(wish ?? {});
  const preprocessing = PreprocessingSpec.parse({ excludedColumns: excluded });
  const drawn = wish ? drawSplits(dataset, { split, preprocessing, seed: 3 }) : splits;
  const report = await scanLeakage({ dataset, splits: drawn, split, excludedColumns: excluded });
  expect(LeakageReport.parse(report)).toEqual(report);
  return report;
}

const scan = async (...parameters: Parameters<typeof reportOf>) =>
  (await reportOf(...parameters)).findings.map(({ groups, ...finding }) => ({
    ...finding,
    groups: groups.map((group) => group.map(({ index }) => index)),
  }));

/** Scans again as the repair has it. */
function scanRepaired(dataset: Dataset, repair: LeakageRepair | null | undefined) {
  if (repair?.kind === 'exclude-column') return scan(dataset, { excluded: [repair.column] });
  if (!repair) throw new Error('There is no repair.');
  return scan(dataset, { wish: { method: 'grouped', column: repair.column } });
}

test.each([
  ['a table', table()],
  ['images', images()],
  ['texts', texts()],
])('%s without leaks has no findings', async (_, dataset) => {
  expect(await scan(dataset)).toEqual([]);
});

const copyRow = (dataset: TableDataset, from: number, to: number, add = 0) => {
  const width = dataset.columns.length;
  for (let column = 0; column < width; column++) {
    dataset.values[to * width + column] = (dataset.values[from * width + column] ?? 0) + add;
  }
};

describe('copies', () => {
  const dataset = table();
  for (const [from, to] of [
    [3, 105],
    [4, 85],
    [5, 6],
  ] as const) {
    copyRow(dataset, from, to);
    dataset.targets.set([targets[from] ?? 0], to);
  }

  test('across splits are an error; those inside one split are none', async () => {
    const { findings } = await reportOf(dataset);
    expect(findings).toMatchObject([
      {
        kind: 'copies',
        severity: 'error',
        samples: 4,
        groups: [
          [
            { index: 3, split: 'train' },
            { index: 105, split: 'test' },
          ],
          [
            { index: 4, split: 'train' },
            { index: 85, split: 'validation' },
          ],
        ],
        text: { en: expect.stringContaining('1 of 20 validation samples, 1 of 20 test samples') },
        repair: { kind: 'group-by', column: COPIES },
      },
    ]);
  });

  test('are gone once a grouped split keeps them together, whatever the seed', async () => {
    expect(await scanRepaired(dataset, { kind: 'group-by', column: COPIES })).toEqual([]);
  });

  test('are seen through a column that the model does not see', async () => {
    const numbered = table([{ name: 'row', type: 'number' }], (row) => row * row);
    copyRow(numbered, 3, 105);
    numbered.targets.set([targets[3] ?? 0], 105);
    numbered.values.set([7], 105 * 4 + 3);
    expect((await scan(numbered)).map(({ kind }) => kind)).not.toContain('copies');
    const [finding] = await scan(numbered, { excluded: ['row'] });
    expect(finding).toMatchObject({ kind: 'copies', groups: [[3, 105]] });
  });

  test('that the data puts into its test part are beyond a grouped split', async () => {
    const givenSplits = new Uint8Array(SAMPLES).fill(2, 100);
    const [finding] = await scan({ ...dataset, givenSplits });
    expect(finding).toMatchObject({ kind: 'copies', repair: null });
    const [inOrder] = await scan(dataset, { wish: { method: 'ordered', column: 'x' } });
    expect(inOrder?.repair ?? null).toBeNull();
  });
});

test('near copies of a table', async () => {
  const dataset = table();
  copyRow(dataset, 10, 110, 0.001);
  const [finding, ...others] = await scan(dataset);
  expect(finding).toMatchObject({ kind: 'near-copies', groups: [[10, 110]] });
  expect(others).toEqual([]);
});

test('near and turned copies of images', async () => {
  const dataset = images();
  const image = dataset.images.slice(0, 64);
  dataset.images.set(
    image.map((value) => Math.min(255, value + 2)),
    101 * 64,
  );
  dataset.images.set(
    image.map((_, at) => image[8 * Math.floor(at / 8) + 7 - (at % 8)] ?? 0),
    102 * 64,
  );
  const findings = await scan(dataset);
  expect(findings.map(({ kind, groups }) => [kind, groups])).toEqual([
    ['near-copies', [[0, 101]]],
    ['turned-copies', [[0, 102]]],
  ]);
});

test('near copies of texts, and the same text with another target', async () => {
  const sentence =
    'the quick brown fox jumps over the lazy dog near the old river bank at dawn today';
  const dataset = texts({ 1: sentence, 90: `${sentence} again`, 20: 'good film', 21: 'good film' });
  const findings = await scan(dataset);
  expect(findings.map(({ kind, groups }) => [kind, groups])).toEqual(
    expect.arrayContaining([
      ['near-copies', [[1, 90]]],
      ['conflicting-targets', [[20, 21]]],
    ]),
  );
  expect(findings).toHaveLength(2);
});

test.each([
  [
    'the target in other words',
    { name: 'code', type: 'category', labels: ['p', 'q'] },
    (row: number) => targets[row] ?? 0,
  ],
  [
    'the target as a number',
    { name: 'code', type: 'number' },
    (row: number) => 3 - (targets[row] ?? 0),
  ],
] as const)('a column that is %s', async (_, column, fill) => {
  const dataset = table([column], fill);
  const [finding, ...others] = await scan(dataset);
  expect(finding).toMatchObject({
    kind: 'determining-column',
    severity: 'error',
    column: 'code',
    repair: { kind: 'exclude-column', column: 'code' },
  });
  expect(others).toEqual([]);
  expect(await scanRepaired(dataset, finding?.repair)).toEqual([]);
});

test('patients in several splits', async () => {
  const labels = Array.from({ length: 31 }, (_, index) => `p${index}`);
  const column: Column = { name: 'patient_id', type: 'category', labels };
  const dataset = table([column], (row) => row % 31);
  const [finding, ...others] = await scan(dataset);
  expect(finding).toMatchObject({
    kind: 'shared-group',
    column: 'patient_id',
    repair: { kind: 'group-by', column: 'patient_id' },
  });
  expect(others).toEqual([]);
  expect(await scanRepaired(dataset, finding?.repair)).toEqual([]);
});

test('a column that was standardized over all samples', async () => {
  const raw = Array.from(
    { length: SAMPLES },
    (_, row) => (Math.sin(row * 12.9898) * 43758.5453) % 1,
  );
  const mean = raw.reduce((sum, value) => sum + value, 0) / SAMPLES;
  const deviation = Math.sqrt(raw.reduce((sum, value) => sum + (value - mean) ** 2, 0) / SAMPLES);
  const column: Column = { name: 'scaled', type: 'number' };
  const dataset = table([column], (row) => ((raw[row] ?? 0) - mean) / deviation);
  expect(await scan(dataset)).toMatchObject([
    { kind: 'scaled-beforehand', severity: 'warning', column: 'scaled', repair: null },
  ]);
});

test('in a table of few numbers, what is near by chance is not looked for', async () => {
  const few = table();
  expect((await reportOf(few)).checked).toContain('near-copies');
  expect((await reportOf(few, { excluded: ['x', 'y'] })).checked).not.toContain('near-copies');
  expect((await reportOf(images())).checked).toEqual([
    'copies',
    'conflicting-targets',
    'near-copies',
    'turned-copies',
  ]);
});

test('a split that holds an excluded sample is refused, not told of another sample', async () => {
  const whole = table();
  const excluded = new Uint8Array(SAMPLES);
  excluded[3] = 1;
  const dataset = { ...whole, overlay: { excluded, importedTargets: whole.targets } };
  await expect(reportOf(dataset)).rejects.toThrow('Sample 3 is excluded, yet in a split.');
});
