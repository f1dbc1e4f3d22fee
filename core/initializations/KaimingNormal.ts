import { normal } from '../layers/initializers.ts';
import type { InitializationDefinition } from './InitializationDefinition.ts';
import { type KaimingOptions, kaimingDeviation, kaimingOptions } from './kaiming.ts';

/** N(0, σ²) with σ = √(2 / (1 + a²)) / √fan, as torch.nn.init.kaiming_normal_. */
export const KaimingNormal: InitializationDefinition<KaimingOptions> = {
  descriptor: {
    type: 'KaimingNormal',
    family: 'initialization',
    summary: {
      en: 'Kaiming’s spread, drawn from a normal distribution: for ReLU.',
      ko: 'ReLU에 알맞은 Kaiming 초기화이며, 정규 분포에서 뽑습니다.',
    },
    equation: 'W ~ N(0, σ²), σ = √(2 / (1 + a²)) / √fan',
    options: [...kaimingOptions],
  },
  initializer: (fans, options) => normal(kaimingDeviation(fans, options)),
};
