/** A step on the device, where its state stays from call to call. */
import type { TensorData, TensorMap } from '../Executor.ts';

/** Bytes of a float32, which is all that GPU.js keeps. */
export const WIDTH = 4;

export interface GpuStep {
  writeState(state: TensorMap): void;
  /** As the last run left it. */
  readState(): Promise<Record<string, TensorData>>;
  /** Throws GpuLostError, and an Error in the device's words for what it refuses to compute. */
  run(steps: number, sequences: TensorMap): Promise<Record<string, TensorData>>;
  dispose(): Promise<void>;
}

export const floats = (data: TensorData): Float32Array =>
  data instanceof Float32Array ? data : Float32Array.from(data);
