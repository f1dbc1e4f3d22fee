import { expect, test } from 'vitest';
import type { GuardFinding } from '../../../core/contract/GuardFinding.ts';
import { runMarks } from './runMarks.ts';

const progress = {
  epoch: 4,
  epochs: 10,
  iteration: 40,
  iterations: 100,
  samplesPerSecond: 1,
  secondsLeft: null,
};
const finding = (kind: GuardFinding['kind'], iteration: number, layer: number[]): GuardFinding => ({
  kind,
  epoch: 1,
  lastEpoch: 1,
  iteration,
  layer,
  layerType: 'ReLU',
  tensor: null,
  numbers: {},
  text: { en: '', ko: '' },
  remedies: [],
});
const words = {
  best: (epoch: number) => `best ${epoch}`,
  finding: (kind: string, layers: readonly string[]) => `${kind} ${layers.join(' ')}`,
  rate: (learningRate: number) => `lr ${learningRate}`,
};

test('the best epoch is marked once there is one', () => {
  expect(
    runMarks({ bestEpoch: null, findings: [], progress, learningRateChanges: [] }, words),
  ).toEqual([]);
  expect(
    runMarks({ bestEpoch: 3, findings: [], progress, learningRateChanges: [] }, words),
  ).toEqual([{ x: 3, label: 'best 3' }]);
});

test('what was seen in several layers is one mark, at its first iteration', () => {
  const findings = [
    finding('dead-units', 30, [4]),
    finding('dead-units', 20, [2, 1]),
    finding('not-finite', 40, [0]),
  ];
  expect(runMarks({ bestEpoch: null, findings, progress, learningRateChanges: [] }, words)).toEqual(
    [
      { x: 2, label: 'dead-units 4 2.1', color: 'var(--attention)' },
      { x: 4, label: 'not-finite 0', color: 'var(--error)' },
    ],
  );
});

test('a learning rate stands where its first iteration begins', () => {
  const learningRateChanges = [{ iteration: 21, learningRate: 0.5 }];
  const marks = runMarks({ bestEpoch: null, findings: [], progress, learningRateChanges }, words);
  expect(marks).toEqual([{ x: 2, label: 'lr 0.5', color: 'var(--accent-ink)' }]);
});
