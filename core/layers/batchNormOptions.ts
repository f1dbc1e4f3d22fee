/** The options of every BatchNorm layer; only the words for what it normalizes differ. */
import type { OptionDescriptor } from '../contract/Catalog.ts';

export function batchNormOptions(features: {
  readonly label: OptionDescriptor['label'];
  readonly help: OptionDescriptor['help'];
}): OptionDescriptor[] {
  return [
    {
      name: 'numFeatures',
      kind: 'integer',
      inferred: true,
      range: { minimum: 1 },
      label: features.label,
      help: features.help,
    },
    {
      name: 'eps',
      kind: 'number',
      default: 1e-5,
      range: { minimum: 0, minimumExclusive: true, maximum: 1 },
      label: { en: 'Epsilon ε', ko: '엡실론 ε' },
      help: {
        en: 'Added to the variance, so that a constant feature divides by no zero.',
        ko: '값이 일정한 특징에서 0으로 나누지 않도록 분산에 더하는 작은 수입니다.',
      },
    },
    {
      name: 'momentum',
      kind: 'number',
      default: 0.1,
      range: { minimum: 0, minimumExclusive: true, maximum: 1 },
      label: { en: 'Momentum', ko: '모멘텀' },
      help: {
        en: 'Weight of the new minibatch in the running mean and variance.',
        ko: '이동 평균과 이동 분산을 갱신할 때 새 미니배치에 주는 가중치입니다.',
      },
    },
    {
      name: 'affine',
      kind: 'boolean',
      default: true,
      label: { en: 'Scale and shift', ko: '스케일과 이동' },
      help: {
        en: 'Learns a scale γ and a shift β for each feature.',
        ko: '특징마다 스케일 파라미터 γ와 이동 파라미터 β를 학습합니다.',
      },
    },
  ];
}
