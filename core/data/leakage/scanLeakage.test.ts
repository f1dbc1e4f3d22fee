/** Leaks that were planted are found, named and repaired; a clean dataset has none. */
import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { LeakageReport } from '../../contract/LeakageReport.ts';
import { randomAt } from '../../random/randomAt.ts';
import type { Column, Dataset, ImageDataset, TableDataset, TextDataset } from '../Dataset.ts';
import { joinBytes } from '../joinBytes.ts';
import type { Splits } from '../splitDataset.ts';
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

function scan(
  dataset: Dataset,
  options: { without?: Set<number>; excluded?: string[]; by?: string } = {},
) {
  const { without = new Set(), excluded = [], by = null } = options;
  const keep = (indices: Int32Array) => indices.filter((index) => !without.has(index));
  const report = scanLeakage({
    dataset,
    splits: {
      train: keep(splits.train),
      validation: keep(splits.validation),
      test: keep(splits.test),
    },
    excludedColumns: excluded,
    groupedBy: by,
  });
  expect(LeakageReport.parse(report)).toEqual(report);
  return report.findings;
}

/** What the repair of a finding leaves out. */
function repaired({ repair }: ReturnType<typeof scan>[number]) {
  if (repair?.kind === 'exclude-samples') return { without: new Set(repair.indices) };
  if (repair?.kind === 'exclude-column') return { excluded: [repair.column] };
  return repair ? { by: repair.column } : {};
}

test.each([
  ['a table', table()],
  ['images', images()],
  ['texts', texts()],
])('%s without leaks has no findings', (_, dataset) => {
  expect(scan(dataset)).toEqual([]);
});

const copyRow = (dataset: TableDataset, from: number, to: number, add = 0) => {
  const width = dataset.columns.length;
  for (let column = 0; column < width; column++) {
    dataset.values[to * width + column] = (dataset.values[from * width + column] ?? 0) + add;
  }
};

describe('copies', () => {
  const dataset = table();
  copyRow(dataset, 3, 105);
  copyRow(dataset, 4, 85);
  copyRow(dataset, 5, 6);
  dataset.targets.set([targets[3] ?? 0], 105);
  dataset.targets.set([targets[4] ?? 0], 85);
  dataset.targets.set([targets[5] ?? 0], 6);
  const findings = scan(dataset);

  test('across splits are an error; those inside one split are none', () => {
    expect(findings).toMatchObject([
      {
        kind: 'copies',
        severity: 'error',
        samples: 4,
        groups: [
          [3, 105],
          [4, 85],
        ],
        repair: { kind: 'exclude-samples', indices: [3, 4] },
      },
    ]);
  });

  test('are gone after the repair, which leaves the sealed test split as it is', () => {
    expect(scan(dataset, repaired(findings[0]!))).toEqual([]);
  });
});

test('near copies of a table', () => {
  const dataset = table();
  copyRow(dataset, 10, 110, 0.001);
  const [finding, ...others] = scan(dataset);
  expect(finding).toMatchObject({ kind: 'near-copies', groups: [[10, 110]] });
  expect(others).toEqual([]);
  expect(scan(dataset, repaired(finding!))).toEqual([]);
});

test('near and turned copies of images', () => {
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
  const findings = scan(dataset);
  expect(findings.map(({ kind, groups }) => [kind, groups])).toEqual([
    ['near-copies', [[0, 101]]],
    ['turned-copies', [[0, 102]]],
  ]);
  expect(scan(dataset, repaired(findings[0]!))).toEqual([]);
});

test('near copies of texts, and the same text with another target', () => {
  const sentence =
    'the quick brown fox jumps over the lazy dog near the old river bank at dawn today';
  const dataset = texts({ 1: sentence, 90: `${sentence} again`, 20: 'good film', 21: 'good film' });
  const findings = scan(dataset);
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
] as const)('a column that is %s', (_, column, fill) => {
  const dataset = table([column], fill);
  const [finding, ...others] = scan(dataset);
  expect(finding).toMatchObject({
    kind: 'determining-column',
    severity: 'error',
    column: 'code',
    repair: { kind: 'exclude-column', column: 'code' },
  });
  expect(others).toEqual([]);
  expect(scan(dataset, repaired(finding!))).toEqual([]);
});

test('patients in several splits', () => {
  const labels = Array.from({ length: 31 }, (_, index) => `p${index}`);
  const column: Column = { name: 'patient_id', type: 'category', labels };
  const dataset = table([column], (row) => row % 31);
  const [finding, ...others] = scan(dataset);
  expect(finding).toMatchObject({
    kind: 'shared-group',
    column: 'patient_id',
    repair: { kind: 'group-by', column: 'patient_id' },
  });
  expect(others).toEqual([]);
  expect(scan(dataset, repaired(finding!))).toEqual([]);
});

test('a column that was standardized over all samples', () => {
  const raw = Array.from(
    { length: SAMPLES },
    (_, row) => (Math.sin(row * 12.9898) * 43758.5453) % 1,
  );
  const mean = raw.reduce((sum, value) => sum + value, 0) / SAMPLES;
  const deviation = Math.sqrt(raw.reduce((sum, value) => sum + (value - mean) ** 2, 0) / SAMPLES);
  const column: Column = { name: 'scaled', type: 'number' };
  const dataset = table([column], (row) => ((raw[row] ?? 0) - mean) / deviation);
  expect(scan(dataset)).toMatchObject([
    { kind: 'scaled-beforehand', severity: 'warning', column: 'scaled', repair: null },
  ]);
});
