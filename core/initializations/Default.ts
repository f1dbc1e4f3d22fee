import type { InitializationDefinition } from './InitializationDefinition.ts';

/** Every layer's own distribution, which is PyTorch's: U(−1/√fanIn, 1/√fanIn) for weights. */
export const Default: InitializationDefinition = {
  descriptor: {
    type: 'Default',
    family: 'initialization',
    summary: {
      en: 'Each layer’s own distribution, as in PyTorch.',
      ko: 'PyTorch처럼 각 계층이 정한 분포를 그대로 씁니다.',
    },
    equation: 'W ~ U(−1/√fanIn, 1/√fanIn)',
    options: [],
  },
  initializer: () => null,
};
