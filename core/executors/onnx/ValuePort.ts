/**
 * One input or output of a session: its name in the program, its name in the ONNX graph, its type
 * and size.
 */
import { type DType, type Shape, sizeOf, type Tensor } from '../../graph/Tensor.ts';
import type { TensorData } from '../Executor.ts';
import type { OrtModule } from './OrtModule.ts';

/** What the runtime reads and writes. */
export type OrtData = Float32Array | Int32Array;
export type OrtTensor = InstanceType<OrtModule['Tensor']>;

export interface ValuePort {
  readonly name: string;
  readonly onnxName: string;
  readonly dtype: DType;
  readonly shape: Shape;
  readonly size: number;
}

export function valuePort(
  name: string,
  onnxName: string,
  { dtype, shape }: Pick<Tensor, 'dtype' | 'shape'>,
): ValuePort {
  return { name, onnxName, dtype, shape, size: sizeOf(shape) };
}

export function allocate(port: ValuePort, count = 1): OrtData {
  return port.dtype === 'int'
    ? new Int32Array(port.size * count)
    : new Float32Array(port.size * count);
}

/** A tensor over the array itself, nothing is copied; with `steps`, a sequence of that many. */
export function tensorOver(
  ort: OrtModule,
  port: ValuePort,
  data: OrtData,
  steps?: number,
): OrtTensor {
  const dims = steps === undefined ? port.shape : [steps, ...port.shape];
  return data instanceof Int32Array
    ? new ort.Tensor('int32', data, dims)
    : new ort.Tensor('float32', data, dims);
}

/** Checked values as the runtime takes them: only float64 is copied. */
export function forRuntime(data: TensorData): OrtData {
  return data instanceof Float64Array ? Float32Array.from(data) : data;
}
