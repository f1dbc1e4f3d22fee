import type { Random } from '../../random/Random.ts';

/** `count` different numbers of 0 .. n − 1, every choice equally likely, in rising order. */
export function drawDistinct(random: Random, n: number, count: number): number[] {
  const numbers = Array.from({ length: n }, (_, number) => number);
  for (let at = 0; at < count; at++) {
    const chosen = at + random.nextBelow(n - at);
    [numbers[at], numbers[chosen]] = [numbers[chosen], numbers[at]];
  }
  return numbers.slice(0, count).sort((a, b) => a - b);
}
