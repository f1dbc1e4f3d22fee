import { normal } from '../layers/initializers.ts';
import type { InitializationDefinition } from './InitializationDefinition.ts';
import { type XavierOptions, xavierDeviation, xavierOptions } from './xavier.ts';

/** N(0, σ²) with σ = g √(2 / (fanIn + fanOut)), as torch.nn.init.xavier_normal_. */
export const XavierNormal: InitializationDefinition<XavierOptions> = {
  descriptor: {
    type: 'XavierNormal',
    family: 'initialization',
    summary: {
      en: 'Xavier’s spread, drawn from a normal distribution: for sigmoid and tanh.',
      ko: '시그모이드와 tanh에 알맞은 Xavier 초기화이며, 정규 분포에서 뽑습니다.',
    },
    equation: 'W ~ N(0, σ²), σ = g √(2 / (fanIn + fanOut))',
    options: [...xavierOptions],
  },
  initializer: (fans, options) => normal(xavierDeviation(fans, options)),
};
