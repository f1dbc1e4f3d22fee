import { uniform } from '../layers/initializers.ts';
import type { InitializationDefinition } from './InitializationDefinition.ts';
import { type KaimingOptions, kaimingDeviation, kaimingOptions } from './kaiming.ts';

/** U(−√3 σ, √3 σ) with σ = √(2 / (1 + a²)) / √fan, as torch.nn.init.kaiming_uniform_. */
export const KaimingUniform: InitializationDefinition<KaimingOptions> = {
  descriptor: {
    type: 'KaimingUniform',
    family: 'initialization',
    summary: {
      en: 'Kaiming’s spread, drawn evenly from an interval: for ReLU.',
      ko: 'ReLU에 알맞은 Kaiming 초기화이며, 균등 분포에서 뽑습니다.',
    },
    equation: 'W ~ U(−√3 σ, √3 σ), σ = √(2 / (1 + a²)) / √fan',
    options: [...kaimingOptions],
  },
  initializer: (fans, options) => uniform(Math.sqrt(3) * kaimingDeviation(fans, options)),
};
