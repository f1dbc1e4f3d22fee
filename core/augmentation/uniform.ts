import type { Random } from '../random/Random.ts';

/** Uniform in [low, high); low itself where they are equal. */
export function uniform(random: Random, low: number, high: number): number {
  return low + (high - low) * random.nextFloat();
}
