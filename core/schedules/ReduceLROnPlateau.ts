import type { OptionDescriptor } from '../contract/Catalog.ts';
import type { ScheduleDefinition } from './ScheduleDefinition.ts';

type ReduceLROnPlateauOptions = {
  factor: number;
  patience: number;
  threshold: number;
  thresholdMode: string;
  cooldown: number;
  minLearningRate: number;
  eps: number;
};

const options: readonly OptionDescriptor[] = [
  {
    name: 'factor',
    kind: 'number',
    default: 0.1,
    range: { minimum: 0, minimumExclusive: true, maximum: 1, maximumExclusive: true },
    label: { en: 'Factor', ko: '배율' },
    help: {
      en: 'What the learning rate is multiplied by on a plateau.',
      ko: '손실이 정체될 때 학습률에 곱하는 값입니다.',
    },
  },
  {
    name: 'patience',
    kind: 'integer',
    default: 10,
    range: { minimum: 0 },
    label: { en: 'Patience', ko: '참을성' },
    help: {
      en: 'Epochs without improvement that are tolerated.',
      ko: '나아지지 않아도 기다려 주는 에포크 수입니다.',
    },
    unit: { en: 'epochs', ko: '에포크' },
  },
  {
    name: 'threshold',
    kind: 'number',
    default: 1e-4,
    range: { minimum: 0 },
    label: { en: 'Threshold', ko: '문턱값' },
    help: {
      en: 'A smaller gain does not count as an improvement.',
      ko: '이보다 작은 개선은 나아진 것으로 보지 않습니다.',
    },
  },
  {
    name: 'thresholdMode',
    kind: 'choice',
    default: 'rel',
    choices: ['rel', 'abs'],
    label: { en: 'Threshold mode', ko: '문턱값 기준' },
    help: {
      en: 'rel: a share of the best loss. abs: a difference of losses.',
      ko: 'rel: 가장 좋은 손실에 대한 비율입니다. abs: 손실의 차이입니다.',
    },
  },
  {
    name: 'cooldown',
    kind: 'integer',
    default: 0,
    range: { minimum: 0 },
    label: { en: 'Cooldown', ko: '휴지 기간' },
    help: {
      en: 'Epochs after a reduction in which nothing is counted.',
      ko: '학습률을 낮춘 뒤 정체를 세지 않는 에포크 수입니다.',
    },
    unit: { en: 'epochs', ko: '에포크' },
  },
  {
    name: 'minLearningRate',
    kind: 'number',
    default: 0,
    range: { minimum: 0 },
    label: { en: 'Smallest rate', ko: '최소 학습률' },
    help: {
      en: 'The learning rate does not fall below it.',
      ko: '학습률은 이 값보다 낮아지지 않습니다.',
    },
  },
  {
    name: 'eps',
    kind: 'number',
    default: 1e-8,
    range: { minimum: 0 },
    label: { en: 'Smallest change', ko: '최소 변화' },
    help: {
      en: 'A reduction that changes the learning rate by less is left out.',
      ko: '학습률의 변화가 이보다 작으면 낮추지 않습니다.',
    },
  },
];

/**
 * Lowers the learning rate when the validation loss has not improved for more than `patience`
 * epochs, as PyTorch's ReduceLROnPlateau in mode min.
 *
 * PyTorch carries best, bad epochs and cooldown along; here they are recounted from the validation
 * losses so far, so the history of a run is all that it takes to resume. A NaN is no improvement.
 */
export const ReduceLROnPlateau: ScheduleDefinition<ReduceLROnPlateauOptions> = {
  descriptor: {
    type: 'ReduceLROnPlateau',
    family: 'schedule',
    summary: {
      en: 'Lowers the learning rate when the validation loss stops falling.',
      ko: '검증 손실이 더 줄지 않으면 학습률을 낮춥니다.',
    },
    equation: 'lr ← factor · lr on a plateau',
    options: [...options],
  },
  steppedBy: 'epoch',

  learningRate(_step, run, { factor, patience, cooldown, minLearningRate, eps, ...threshold }) {
    let { learningRate } = run;
    let best = Number.POSITIVE_INFINITY;
    let badEpochs = 0;
    let resting = 0;
    for (const loss of run.validationLosses) {
      if (isImprovement(loss, best, threshold)) {
        best = loss;
        badEpochs = 0;
      } else {
        badEpochs += 1;
      }
      if (resting > 0) {
        resting -= 1;
        badEpochs = 0;
      }
      if (badEpochs <= patience) continue;
      const reduced = Math.max(learningRate * factor, minLearningRate);
      if (learningRate - reduced > eps) learningRate = reduced;
      resting = cooldown;
      badEpochs = 0;
    }
    return learningRate;
  },
};

function isImprovement(
  loss: number,
  best: number,
  { threshold, thresholdMode }: Pick<ReduceLROnPlateauOptions, 'threshold' | 'thresholdMode'>,
): boolean {
  if (best === Number.POSITIVE_INFINITY) return loss < best;
  return loss < (thresholdMode === 'rel' ? best * (1 - threshold) : best - threshold);
}
