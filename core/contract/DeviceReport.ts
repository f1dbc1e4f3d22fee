/** What this computer can train on: its processor, and every way to a graphics card that was tried. */
import { z } from 'zod';
import { DeviceProblem, GpuBackend } from './DeviceProblem.ts';

const Limit = z.number().nonnegative();

/** Those of WebGPU's limits that decide what a network can be; its names, in bytes or counts. */
export const GpuLimits = z.strictObject({
  maxBufferSize: Limit,
  maxStorageBufferBindingSize: Limit,
  maxStorageBuffersPerShaderStage: Limit,
  maxComputeInvocationsPerWorkgroup: Limit,
  maxComputeWorkgroupStorageSize: Limit,
  maxComputeWorkgroupsPerDimension: Limit,
});
export type GpuLimits = z.infer<typeof GpuLimits>;

export const GpuAdapter = z.strictObject({
  /** Empty where the system keeps it to itself. */
  vendor: z.string(),
  architecture: z.string(),
  description: z.string(),
  /** It computes on the processor. */
  isSoftware: z.boolean(),
  /** WebGPU's; null where the backend has other ones. */
  limits: GpuLimits.nullable(),
  /** Bytes that it holds in one piece, where that does not follow from the limits. */
  largestTensor: Limit.optional(),
});
export type GpuAdapter = z.infer<typeof GpuAdapter>;

export const FoundBackend = z.strictObject({
  backend: GpuBackend,
  adapter: GpuAdapter.nullable(),
  /** Why it is not trained on; null where it is. */
  problem: DeviceProblem.nullable(),
});
export type FoundBackend = z.infer<typeof FoundBackend>;

export const DeviceReport = z.strictObject({
  cpu: z.strictObject({
    model: z.string(),
    /** Logical ones. */
    cores: z.number().int().positive(),
    /** What a training computes with. */
    threads: z.number().int().positive(),
    /** Such as `ONNX Runtime 1.30.0, CPU`; null where it cannot be loaded, and `problem` says why. */
    runtime: z.string().nullable(),
    problem: DeviceProblem.nullable(),
  }),
  /** The one that is trained on first. */
  gpu: z.array(FoundBackend),
});
export type DeviceReport = z.infer<typeof DeviceReport>;
