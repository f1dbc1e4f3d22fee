/**
 * A program made ready to run: memory for every tensor, and the kernels in order, bound to it.
 *
 * No memory is shared between tensors except where the values are the same by definition (reshape,
 * stopGradient, inputs of one name), so any intermediate can be looked at after a run. That costs
 * memory and keeps this file short.
 */
import type { Program } from '../../graph/Program.ts';
import { sizeOf, type Tensor } from '../../graph/Tensor.ts';
import type { TensorData } from '../Executor.ts';
import type { Buffer } from './Kernel.ts';
import { kernelOf } from './kernels.ts';

export type Precision = 'float32' | 'float64';

export interface Plan {
  readonly inputs: ReadonlyMap<string, TensorData>;
  readonly outputs: ReadonlyMap<string, TensorData>;
  /** Computes the outputs from what stands in the inputs. */
  execute(): void;
}

function allocate(tensor: Tensor, precision: Precision): TensorData {
  const size = sizeOf(tensor.shape);
  if (tensor.dtype === 'int') return new Int32Array(size);
  return precision === 'float32' ? new Float32Array(size) : new Float64Array(size);
}

export function plan(program: Program, precision: Precision): Plan {
  const inputs = new Map<string, TensorData>();
  const buffers = new Map<Tensor, Buffer>();
  const steps: (() => void)[] = [];

  function dataOf(tensor: Tensor): TensorData {
    const { op } = tensor;
    if (op.kind === 'reshape' || op.kind === 'stopGradient') return bufferOf(tensor.inputs[0]).data;
    if (op.kind === 'input') {
      const data = inputs.get(op.name) ?? allocate(tensor, precision);
      inputs.set(op.name, data);
      return data;
    }
    const data = allocate(tensor, precision);
    if (op.kind === 'constant') {
      if (op.values.length === 1) data.fill(op.values[0]);
      else data.set(op.values);
    }
    return data;
  }

  const bufferOf = (tensor: Tensor): Buffer => buffers.get(tensor)!;
  for (const tensor of program.order) {
    const buffer: Buffer = { shape: tensor.shape, data: dataOf(tensor) };
    buffers.set(tensor, buffer);
    const kernel = kernelOf(tensor.op);
    if (kernel) steps.push(kernel(tensor.op, buffer, tensor.inputs.map(bufferOf)));
  }
  const outputs = new Map(
    [...program.outputs].map(([name, tensor]) => [name, bufferOf(tensor).data]),
  );
  return {
    inputs,
    outputs,
    execute() {
      for (const step of steps) step();
    },
  };
}
