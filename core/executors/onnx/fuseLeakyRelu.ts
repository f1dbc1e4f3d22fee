/**
 * x · (x > 0 ? 1 : slope) as one operator, and the factor, which the backward pass reads, without a
 * comparison.
 *
 * ONNX Runtime joins LeakyRelu to the product before it if nothing else reads that product. So the
 * factor is read off the result, whose sign is that of x: times the largest float, it is 0 or
 * beyond 1 on one side and below on the other, and cut to [slope, 1] it is the factor. Comparing
 * and choosing takes twice as long. Only for results smaller than 3 · 10⁻³⁹, where float32 has lost
 * its digits, does the factor fall between.
 */
import { shapesEqual, type Tensor } from '../../graph/Tensor.ts';
import type { LoweringContext } from './LoweringContext.ts';

const LARGEST_FLOAT = 3.4028234663852886e38;

/** The name of the fused value, or null where the pattern is another. */
export function fuseLeakyRelu(tensor: Tensor, context: LoweringContext): string | null {
  if (tensor.op.kind === 'multiply') {
    const [a, b] = tensor.inputs;
    for (const [x, factor] of [
      [a, b],
      [b, a],
    ]) {
      const leaky = asFactor(factor);
      if (leaky?.x === x) return leakyRelu(leaky, context);
    }
    return null;
  }
  const leaky = asFactor(tensor);
  if (!leaky) return null;
  const { builder } = context;
  const scalar = (value: number) => builder.constant('float32', [], [value]);
  const steep = builder.emit('Mul', [leakyRelu(leaky, context), scalar(LARGEST_FLOAT)]);
  return builder.emit('Clip', [steep, scalar(leaky.slope), scalar(1)]);
}

interface LeakyFactor {
  readonly x: Tensor;
  readonly slope: number;
}

function asFactor(tensor: Tensor): LeakyFactor | null {
  if (tensor.op.kind !== 'where') return null;
  const [condition, positive, negative] = tensor.inputs;
  if (condition.op.kind !== 'greater' || fillOf(condition.inputs[1]) !== 0) return null;
  const [x] = condition.inputs;
  const slope = fillOf(negative);
  if (fillOf(positive) !== 1 || slope === null || !(slope > 0 && slope < 1)) return null;
  return shapesEqual(x.shape, tensor.shape) ? { x, slope } : null;
}

const leakyRelu = ({ x, slope }: LeakyFactor, { builder, nameOf }: LoweringContext) =>
  builder.emit('LeakyRelu', [nameOf(x)], { alpha: { float: slope } });

/** The number that fills a constant, or null for all other tensors. */
function fillOf({ op }: Tensor): number | null {
  return op.kind === 'constant' && op.values.length === 1 ? op.values[0] : null;
}
