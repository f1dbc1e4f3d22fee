/** The sentence of each state, with the numbers that it was found by. */
import type { DiagnosisState } from '../../contract/Diagnosis.ts';
import type { LocalizedText } from '../../contract/primitives.ts';
import type { DiagnosisContext } from './DiagnosisContext.ts';
import { grouped } from './grouped.ts';
import type { Finding } from './rules.ts';
import { joined } from './withFindings.ts';

type Explanation = (finding: Finding, context: DiagnosisContext) => LocalizedText;

const short = (value: number) => grouped(Number(value.toPrecision(3)));
const percent = (value: number) => `${(100 * value).toFixed(1)} %`;

const notFinite: Explanation = ({ sinceEpoch }) => ({
  en: `Divergence in epoch ${sinceEpoch}: the loss or a weight was no longer finite.`,
  ko: `에포크 ${sinceEpoch}에서 발산했습니다. 손실이나 가중치가 더 이상 유한하지 않습니다.`,
});

const overLimit: Explanation = ({ sinceEpoch }) => ({
  en: `Divergence in epoch ${sinceEpoch}: the loss went over its limit.`,
  ko: `에포크 ${sinceEpoch}에서 발산했습니다. 손실이 한계를 넘었습니다.`,
});

const lossRose: Explanation = ({ sinceEpoch, numbers: { worstLoss, learningRate } }) => ({
  en:
    `Divergence in epoch ${sinceEpoch}: the loss rose to ${short(worstLoss)} at a learning ` +
    `rate of ${short(learningRate)}, and what was learned is lost.`,
  ko:
    `에포크 ${sinceEpoch}에서 발산했습니다. 학습률 ${short(learningRate)}에서 손실이 ` +
    `${short(worstLoss)}까지 커졌고 학습한 것을 잃었습니다.`,
});

const tooHigh = ({ trainLoss, validationLoss }: Finding['numbers']): LocalizedText => ({
  en:
    `Underfitting: the loss is high on the training split too, ${short(trainLoss)}, ` +
    `with ${short(validationLoss)} on the validation split.`,
  ko:
    `언더피팅입니다. 검증 손실 ${short(validationLoss)}뿐 아니라 학습 손실도 ` +
    `${short(trainLoss)}로 높습니다.`,
});

const highWhereEasier = ({ validationLoss }: Finding['numbers']): LocalizedText => ({
  en: `Underfitting: the loss stays high on the validation split, ${short(validationLoss)}.`,
  ko: `언더피팅입니다. 검증 손실이 ${short(validationLoss)}로 여전히 높습니다.`,
});

const unmoved: Explanation = ({ numbers: { validationLoss, learningRate } }) => ({
  en:
    `Plateau since epoch 1: the loss did not move from ${short(validationLoss)} on the ` +
    `validation split, at a learning rate of ${short(learningRate)}.`,
  ko:
    `에포크 1부터 정체되었습니다. 학습률 ${short(learningRate)}에서 검증 손실이 ` +
    `${short(validationLoss)}에서 움직이지 않았습니다.`,
});

const standsStill: Explanation = ({ sinceEpoch, numbers: { validationLoss } }) => ({
  en:
    `Plateau since epoch ${sinceEpoch}: the validation loss stays at ` +
    `${short(validationLoss)}, which is still high.`,
  ko:
    `에포크 ${sinceEpoch}부터 정체되었습니다. 검증 손실이 아직 높은 ` +
    `${short(validationLoss)}에 머물러 있습니다.`,
});

const heldBack = ({ penalty }: Finding['numbers']): LocalizedText => ({
  en: `The penalty of weight decay, ${short(penalty)}, is larger than the training loss.`,
  ko: `가중치 감쇄의 벌점(${short(penalty)})이 학습 손실보다 큽니다.`,
});

const fitsWell = ({ trainLoss, validationLoss }: Finding['numbers']): LocalizedText => ({
  en:
    `Good fit: over its last epochs a validation loss of about ${short(validationLoss)}, at a ` +
    `training loss of about ${short(trainLoss)}.`,
  ko:
    `잘 일반화되었습니다. 마지막 에포크들의 검증 손실은 약 ${short(validationLoss)}, ` +
    `학습 손실은 약 ${short(trainLoss)}입니다.`,
});

const swings = ({ bestValidationLoss, bestEpoch }: Finding['numbers']): LocalizedText => ({
  en:
    `The validation loss was lower, ${short(bestValidationLoss)}, in epoch ${bestEpoch}, but it ` +
    'swings too much from epoch to epoch for that to show overfitting so far.',
  ko:
    `에포크 ${bestEpoch}의 검증 손실은 ${short(bestValidationLoss)}로 더 낮았지만, ` +
    '에포크마다 크게 오르내려 아직 오버피팅이라고 볼 수는 없습니다.',
});

const roseFromBest: Explanation = ({ sinceEpoch, numbers }) => ({
  en:
    `Overfitting since epoch ${sinceEpoch}: the validation loss rose to ` +
    `${short(numbers.validationLoss)}, from ${short(numbers.bestValidationLoss)} at its best in ` +
    `epoch ${numbers.bestEpoch}, while the training loss fell to ${short(numbers.trainLoss)}.`,
  ko:
    `에포크 ${sinceEpoch}부터 오버피팅입니다. 학습 손실은 ${short(numbers.trainLoss)}로 ` +
    `줄었지만 검증 손실은 가장 낮았던 에포크 ${numbers.bestEpoch}의 ` +
    `${short(numbers.bestValidationLoss)}에서 ${short(numbers.validationLoss)}로 커졌습니다.`,
});

/** The epoch of the lowest loss stands within the rise, and is no place from which it began. */
const roseBeforeBest: Explanation = ({ sinceEpoch, numbers }) => ({
  en:
    `Overfitting since epoch ${sinceEpoch}: but for single epochs, the validation loss rose, to ` +
    `${short(numbers.validationLoss)}, while the training loss fell to ${short(numbers.trainLoss)}. ` +
    `The lowest was such an epoch, ${numbers.bestEpoch}, with ${short(numbers.bestValidationLoss)}.`,
  ko:
    `에포크 ${sinceEpoch}부터 오버피팅입니다. 학습 손실은 ${short(numbers.trainLoss)}로 ` +
    `줄었지만 검증 손실은 몇몇 에포크를 빼면 ${short(numbers.validationLoss)}까지 커졌습니다. ` +
    `가장 낮았던 것은 그런 에포크 ${numbers.bestEpoch}의 ${short(numbers.bestValidationLoss)}입니다.`,
});

export const explanations: Readonly<Record<DiagnosisState, Explanation>> = {
  'too-early': ({ numbers: { epochs } }) => ({
    en: `Too early to say: ${epochs === 1 ? '1 epoch is' : `${epochs} epochs are`} measured.`,
    ko: `아직 판단하기 이릅니다. ${epochs} 에포크만 측정되었습니다.`,
  }),
  divergence(finding, context) {
    if ('worstLoss' in finding.numbers) return lossRose(finding, context);
    const hasExploded = context.findings.some(({ kind }) => kind === 'exploding-loss');
    return (hasExploded ? overLimit : notFinite)(finding, context);
  },
  leakage: ({ sinceEpoch, numbers: { validationAccuracy } }) => ({
    en:
      `Suspected leakage: a validation accuracy of ${percent(validationAccuracy)}, ` +
      `reached in epoch ${sinceEpoch}, is too good too soon.`,
    ko:
      `데이터 누출이 의심됩니다. 검증 정확도 ${percent(validationAccuracy)}를 ` +
      `에포크 ${sinceEpoch} 만에 얻은 것은 지나치게 빠릅니다.`,
  }),
  'label-noise': ({ sinceEpoch, numbers }) => ({
    en:
      `Suspected label noise: since epoch ${sinceEpoch} the validation accuracy fell from ` +
      `${percent(numbers.bestValidationAccuracy)} to ${percent(numbers.validationAccuracy)} ` +
      `while the training accuracy rose to ${percent(numbers.trainAccuracy)}: ` +
      'what is learned by heart now does harm.',
    ko:
      `레이블 잡음이 의심됩니다. 에포크 ${sinceEpoch}부터 학습 정확도는 ` +
      `${percent(numbers.trainAccuracy)}로 올랐지만 검증 정확도는 ` +
      `${percent(numbers.bestValidationAccuracy)}에서 ${percent(numbers.validationAccuracy)}로 ` +
      '떨어졌습니다.',
  }),
  overfitting(finding, context) {
    const { sinceEpoch, numbers } = finding;
    const isFromBest = sinceEpoch !== null && numbers.bestEpoch < sinceEpoch;
    return (isFromBest ? roseFromBest : roseBeforeBest)(finding, context);
  },
  plateau: (finding, context) =>
    ('learningRate' in finding.numbers ? unmoved : standsStill)(finding, context),
  underfitting({ numbers }, { harderTraining }) {
    const isHarder = harderTraining.length > 0 && numbers.trainLoss > numbers.validationLoss;
    const high = (isHarder ? highWhereEasier : tooHigh)(numbers);
    return 'penalty' in numbers ? joined(high, heldBack(numbers)) : high;
  },
  'good-fit': ({ numbers }) =>
    'bestEpoch' in numbers ? joined(fitsWell(numbers), swings(numbers)) : fitsWell(numbers),
};
