import type { OptionDescriptor } from '../contract/Catalog.ts';

/** The factor of schedules that multiply the learning rate. */
export function gammaOption(standard: number): OptionDescriptor {
  return {
    name: 'gamma',
    symbols: ['γ'],
    kind: 'number',
    default: standard,
    range: { minimum: 0, minimumExclusive: true, maximum: 1 },
    label: { en: 'Factor γ', ko: '배율 γ' },
    help: {
      en: 'What the learning rate is multiplied by at each step.',
      ko: '단계마다 학습률에 곱하는 값입니다.',
    },
  };
}
