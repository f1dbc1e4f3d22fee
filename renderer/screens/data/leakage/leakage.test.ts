import { expect, test } from 'vitest';
import { ExperimentSpec } from '../../../../core/contract/ExperimentSpec.ts';
import type { LeakageFinding } from '../../../../core/contract/LeakageReport.ts';
import { scannedSettings } from '../../../state/scannedSettings.ts';
import { findingsByKind } from './findingsByKind.ts';
import { isRepaired, repairSpec } from './repairSpec.ts';

const irisExperiment = ExperimentSpec.parse({
  format: 'descent-experiment',
  version: 1,
  name: 'Iris',
  dataset: 'iris',
  model: { layers: [{ type: 'Flatten', options: {} }] },
  loss: { type: 'CrossEntropyLoss', options: {} },
  optimizer: { type: 'Adam', options: { learningRate: 0.01 } },
  training: { batchSize: 8, epochs: 5 },
});

test('a repair groups the split, or leaves a column out, once', () => {
  const spec = structuredClone(irisExperiment);
  const group = { kind: 'group-by', column: '#copies' } as const;
  expect(isRepaired(spec, group)).toBe(false);
  repairSpec(spec, group);
  expect(spec.split).toMatchObject({ method: 'grouped', column: '#copies', validation: 0.2 });
  expect(isRepaired(spec, group)).toBe(true);

  const exclude = { kind: 'exclude-column', column: 'petal length (cm)' } as const;
  repairSpec(spec, exclude);
  repairSpec(spec, exclude);
  expect(spec.preprocessing.excludedColumns).toEqual(['petal length (cm)']);
  expect(isRepaired(spec, exclude)).toBe(true);
});

test('findings of one kind stand together, the most serious kind first', () => {
  const finding = (kind: LeakageFinding['kind'], column: string | null = null): LeakageFinding => ({
    kind,
    column,
    severity: 'warning',
    samples: 2,
    groups: [],
    text: { en: '', ko: '' },
    repair: null,
  });
  const grouped = findingsByKind([
    finding('determining-column', 'a'),
    finding('copies'),
    finding('determining-column', 'b'),
  ]);
  expect(grouped.map(({ kind, findings }) => [kind, findings.length])).toEqual([
    ['determining-column', 2],
    ['copies', 1],
  ]);
});

test('a scan is old once data, split, seed or preprocessing change, and not for another model', () => {
  const settings = scannedSettings(irisExperiment, 'a');
  const { split, preprocessing, training } = irisExperiment;
  const others = [
    { ...irisExperiment, seed: 1 },
    { ...irisExperiment, split: { ...split, test: 0.1 } },
    { ...irisExperiment, preprocessing: { ...preprocessing, excludedColumns: ['a'] } },
  ];
  expect(scannedSettings(irisExperiment, 'b')).not.toBe(settings);
  for (const other of others) expect(scannedSettings(other, 'a')).not.toBe(settings);
  const longer = { ...irisExperiment, training: { ...training, epochs: 99 } };
  expect(scannedSettings(longer, 'a')).toBe(settings);
});
