/**
 * Kaiming (He): the spread that keeps activations of one size through layers with ReLU or
 * LeakyReLU, σ = √(2 / (1 + a²)) / √fan.
 *
 * Source: He et al., "Delving deep into rectifiers", 2015; options as in torch.nn.init with
 * nonlinearity leaky_relu, where a = 0 is ReLU and a = 1 is linear.
 */
import type { OptionDescriptor } from '../contract/Catalog.ts';
import type { Fans } from './fansOf.ts';

export type KaimingOptions = { negativeSlope: number; mode: string };

export const kaimingOptions: readonly OptionDescriptor[] = [
  {
    name: 'negativeSlope',
    kind: 'number',
    default: 0,
    range: { minimum: 0 },
    label: { en: 'Negative slope a', ko: '음수 기울기 a' },
    help: {
      en: 'Slope below 0 of the activation that follows: 0 for ReLU, 0.01 for LeakyReLU.',
      ko: '뒤따르는 활성화 함수의 음수 쪽 기울기입니다. ReLU는 0, LeakyReLU는 0.01입니다.',
    },
  },
  {
    name: 'mode',
    kind: 'choice',
    default: 'fanIn',
    choices: ['fanIn', 'fanOut'],
    label: { en: 'Fan', ko: '팬 기준' },
    help: {
      en: 'fanIn: keeps the activations of one size. fanOut: keeps the gradients so.',
      ko: 'fanIn: 활성값의 크기를 유지합니다. fanOut: 그래디언트의 크기를 유지합니다.',
    },
  },
];

export function kaimingDeviation(fans: Fans, { negativeSlope, mode }: KaimingOptions): number {
  const gain = Math.sqrt(2 / (1 + negativeSlope ** 2));
  return gain / Math.sqrt(mode === 'fanOut' ? fans.out : fans.in);
}
