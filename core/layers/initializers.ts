/** Distributions that parameters start from. */
import { fillUniform } from '../random/fill.ts';
import type { Random } from '../random/Random.ts';

/** Fills a parameter before training, drawing from the parameter's own generator. */
export type Initializer = (random: Random, values: Float32Array) => void;

/** U(-bound, bound). */
export function uniform(bound: number): Initializer {
  return (random, values) => fillUniform(random, values, -bound, bound);
}

/** N(0, deviation²). */
export function normal(deviation: number): Initializer {
  return (random, values) => {
    for (let index = 0; index < values.length; index++) {
      values[index] = deviation * random.nextNormal();
    }
  };
}

export function filledWith(value: number): Initializer {
  return (_random, values) => {
    values.fill(value);
  };
}
