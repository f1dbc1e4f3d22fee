import type { ActivationStatistics } from '../../contract/LayerStatistics.ts';
import { histogramOf } from './histogramOf.ts';
import type { InspectedLayer } from './Inspector.ts';
import { normOf } from './normOf.ts';

/** Share of the largest slope below which an activation counts as saturated. */
const FLAT = 0.1;

/** Slope of the activation at its output y, as a share of the largest. */
const slopes: Readonly<Record<string, (y: number) => number>> = {
  Sigmoid: (y) => 4 * y * (1 - y),
  Tanh: (y) => 1 - y * y,
};

/** Moments are of the finite values, in float64; NaN where there are none. */
export function activationStatistics(inspected: InspectedLayer): ActivationStatistics {
  const { layer, output, gradient } = inspected;
  const { mean, standardDeviation, finite } = momentsOf(output);
  const histogram = histogramOf(output);
  const count = output.length;
  return {
    mean,
    standardDeviation,
    minimum: histogram.minimum,
    maximum: histogram.maximum,
    zeros: countOf(output, (value) => value === 0) / count,
    notFinite: (count - finite) / count,
    histogram,
    deadUnits: layer.type === 'ReLU' ? deadUnitsOf(inspected) : null,
    saturated: saturatedShare(layer.type, output),
    gradientNorm: normOf(gradient),
  };
}

/** Two passes: a mean far from 0 must not drown the deviation. */
function momentsOf(values: ArrayLike<number>) {
  let [finite, total, squares] = [0, 0, 0];
  for (let index = 0; index < values.length; index++) {
    if (!Number.isFinite(values[index])) continue;
    finite += 1;
    total += values[index];
  }
  const mean = total / finite;
  for (let index = 0; index < values.length; index++) {
    if (Number.isFinite(values[index])) squares += (values[index] - mean) ** 2;
  }
  return { mean, standardDeviation: Math.sqrt(squares / finite), finite };
}

function countOf(values: ArrayLike<number>, holds: (value: number) => boolean): number {
  let count = 0;
  for (let index = 0; index < values.length; index++) if (holds(values[index])) count += 1;
  return count;
}

function saturatedShare(type: string, values: ArrayLike<number>): number | null {
  if (!Object.hasOwn(slopes, type)) return null;
  const slope = slopes[type];
  return countOf(values, (value) => slope(value) < FLAT) / values.length;
}

/** The output is [N, units, ...rest]: a unit is dead when nothing of it is above 0. */
function deadUnitsOf({ layer, output }: InspectedLayer): { dead: number; units: number } {
  const [units = 1, ...rest] = layer.outputShape;
  const each = rest.reduce((product, size) => product * size, 1);
  const isActive = new Uint8Array(units);
  for (let index = 0; index < output.length; index++) {
    if (output[index] > 0) isActive[Math.floor(index / each) % units] = 1;
  }
  return { dead: countOf(isActive, (active) => active === 0), units };
}
