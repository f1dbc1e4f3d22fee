/**
 * What a kernel is: bound once to the buffers it reads and writes, then run as often as wanted.
 *
 * Everything that depends only on shapes (strides, index maps, scratch memory) is made while
 * binding.
 */
import type { OpKind, OpOf, Shape } from '../../graph/Tensor.ts';
import type { TensorData } from '../Executor.ts';

/** Memory for the values of one tensor, row-major. */
export interface Buffer {
  readonly shape: Shape;
  readonly data: TensorData;
}

/** Gives the function that computes the output from the inputs. */
export type Kernel<Kind extends OpKind = OpKind> = (
  op: OpOf<Kind>,
  output: Buffer,
  inputs: readonly Buffer[],
) => () => void;
