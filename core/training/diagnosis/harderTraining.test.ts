import { expect, test } from 'vitest';
import { LayerSpec } from '../../contract/ModelSpec.ts';
import { type HarderTraining, harderTraining } from './harderTraining.ts';
import { harderTrainingNote } from './harderTrainingNote.ts';

const dropout = { type: 'Dropout', options: { p: 0.5 } };
const one = (type: string, options = {}) => ({ type, options });
const cases: [string, object[], object[], HarderTraining[]][] = [
  ['nothing', [], [one('Linear', { outFeatures: 3 })], []],
  ['MixUp', [one('MixUp')], [], ['mixed']],
  ['CutMix and a rotation', [one('RandomRotation'), one('CutMix')], [], ['mixed', 'augmented']],
  ['a transform of texts', [one('WordDeletion')], [], ['augmented']],
  ['a transform that is never applied', [one('RandomRotation', { p: 0 })], [], []],
  ['dropout', [], [dropout], ['dropout']],
  ['dropout inside a block', [], [{ ...one('Residual'), layers: [dropout] }], ['dropout']],
  ['dropout of nothing', [], [one('Dropout', { p: 0 })], []],
];

test.each(cases)('%s', (_, augmentation, layers, reasons) => {
  const spec = {
    augmentation: augmentation as { type: string; options: object }[],
    model: { layers: layers.map((layer) => LayerSpec.parse(layer)) },
  };
  expect(harderTraining(spec as unknown as Parameters<typeof harderTraining>[0])).toEqual(reasons);
});

test('the note names every reason, in both languages', () => {
  expect(harderTrainingNote(['mixed', 'augmented', 'dropout'])).toEqual({
    en: 'The training loss is measured on mixed samples, on augmented samples, with units dropped out, which is harder than validation: that it is the higher one is no sign of underfitting.',
    ko: '학습 손실은 섞은 샘플로, 증강한 샘플로, 노드를 일부 끈 채 잰 값이라 검증보다 어렵습니다. 검증 손실보다 높다고 해서 언더피팅은 아닙니다.',
  });
});
