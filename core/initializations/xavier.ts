/**
 * Xavier (Glorot): the spread that keeps activations and gradients of one size through linear
 * layers, σ = gain · √(2 / (fanIn + fanOut)).
 *
 * Source: Glorot and Bengio, "Understanding the difficulty of training deep feedforward neural
 * networks", 2010; gain as in torch.nn.init.
 */
import type { OptionDescriptor } from '../contract/Catalog.ts';
import type { Fans } from './fansOf.ts';

export type XavierOptions = { gain: number };

export const xavierOptions: readonly OptionDescriptor[] = [
  {
    name: 'gain',
    kind: 'number',
    default: 1,
    range: { minimum: 0, minimumExclusive: true },
    label: { en: 'Gain', ko: '이득' },
    help: {
      en: 'Multiplies the spread: 1 for linear and sigmoid, 5/3 for tanh.',
      ko: '퍼짐 정도에 곱하는 값입니다. 선형과 시그모이드는 1, tanh는 5/3을 씁니다.',
    },
  },
];

export function xavierDeviation(fans: Fans, { gain }: XavierOptions): number {
  return gain * Math.sqrt(2 / (fans.in + fans.out));
}
