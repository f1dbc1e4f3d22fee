/**
 * Why a device does not compute, as a code with its values: the window and the terminal say it, each
 * in its own words.
 */
import { z } from 'zod';

/**
 * What GPU.js can reach a graphics card by, in the order in which they are tried: a window's WebGPU,
 * Dawn (the same WebGPU in a process of plain Node), a window's WebGL2.
 */
export const GpuBackend = z.enum(['webgpu', 'dawn', 'webgl2']);
export type GpuBackend = z.infer<typeof GpuBackend>;

/** WebGPU where it is left out. */
const Backend = { backend: GpuBackend.optional() };
const Bytes = z.number().nonnegative();
/** What the device, its driver or the system said. */
const Detail = { detail: z.string() };

export const DeviceProblem = z.discriminatedUnion('code', [
  /** The system, or this build of Chromium, offers no such interface at all. */
  z.strictObject({ code: z.literal('not-offered'), ...Backend }),
  z.strictObject({ code: z.literal('no-adapter'), ...Backend }),
  /** It would compute on the processor: right, and slower than the CPU's own executor. */
  z.strictObject({ code: z.literal('software-only'), adapter: z.string(), ...Backend }),
  /** A tensor, by its name or by what makes it, that no buffer of the device can hold. */
  z.strictObject({
    code: z.literal('too-large'),
    tensor: z.string(),
    bytes: Bytes,
    limit: Bytes,
  }),
  /** The window that trains on the GPU holds a dataset whole. */
  z.strictObject({ code: z.literal('dataset-too-large'), bytes: Bytes, limit: Bytes }),
  /** It would not compile or compute what was asked of it; out of memory is among the reasons. */
  z.strictObject({ code: z.literal('refused'), ...Detail }),
  /** The device went away: its driver restarted, or the card was taken out. */
  z.strictObject({ code: z.literal('lost'), ...Detail }),
  /** The window or the process that computed on it ended. */
  z.strictObject({ code: z.literal('ended'), ...Detail }),
]);
export type DeviceProblem = z.infer<typeof DeviceProblem>;
