import { sizeOf } from '../../../graph/Tensor.ts';
import type { PlannedKernel } from '../planKernels.ts';

/**
 * What a kernel is compiled from: its source, and how many values it writes and reads. Kernels that
 * agree in it are one program on the device.
 */
export function programOf({ source, output, reads }: PlannedKernel): string {
  return JSON.stringify([output, reads.map(({ shape }) => sizeOf(shape)), source]);
}
