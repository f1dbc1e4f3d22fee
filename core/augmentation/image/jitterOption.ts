/** The one option that Brightness, Contrast and Saturation have besides p. */
import type { OptionDescriptor } from '../../contract/Catalog.ts';
import type { Random } from '../../random/Random.ts';
import { uniform } from '../uniform.ts';

/** How far the factor may lie from 1, on both sides. */
export function jitterOption(name: string): OptionDescriptor {
  return {
    name,
    kind: 'number',
    default: 0.2,
    range: { minimum: 0, maximum: 1 },
    label: { en: 'Largest change b', ko: '최대 변화 b' },
    help: {
      en: 'The factor is drawn evenly between 1 − b and 1 + b. 1 leaves the picture as it is.',
      ko: '배율을 1 − b와 1 + b 사이에서 고르게 뽑습니다. 배율이 1이면 그대로입니다.',
    },
  };
}

export const drawFactor = (random: Random, change: number) => ({
  factor: uniform(random, 1 - change, 1 + change),
});
