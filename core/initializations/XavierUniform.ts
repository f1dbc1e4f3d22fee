import { uniform } from '../layers/initializers.ts';
import type { InitializationDefinition } from './InitializationDefinition.ts';
import { type XavierOptions, xavierDeviation, xavierOptions } from './xavier.ts';

/** U(−√3 σ, √3 σ) with σ = g √(2 / (fanIn + fanOut)), as torch.nn.init.xavier_uniform_. */
export const XavierUniform: InitializationDefinition<XavierOptions> = {
  descriptor: {
    type: 'XavierUniform',
    family: 'initialization',
    summary: {
      en: 'Xavier’s spread, drawn evenly from an interval: for sigmoid and tanh.',
      ko: '시그모이드와 tanh에 알맞은 Xavier 초기화이며, 균등 분포에서 뽑습니다.',
    },
    equation: 'W ~ U(−√3 σ, √3 σ), σ = g √(2 / (fanIn + fanOut))',
    options: [...xavierOptions],
  },
  initializer: (fans, options) => uniform(Math.sqrt(3) * xavierDeviation(fans, options)),
};
