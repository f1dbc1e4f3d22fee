/** Why nothing trains by those ways to the graphics card that were tried in vain, each with its reason. */
import { z } from 'zod';
import { DeviceProblem, type GpuBackend } from './DeviceProblem.ts';

export const PassedOver = z.strictObject({
  insteadOfWebGpu: DeviceProblem.optional(),
  insteadOfDawn: DeviceProblem.optional(),
  insteadOfWebGl2: DeviceProblem.optional(),
});
export type PassedOver = z.infer<typeof PassedOver>;

/** Where the reason of each way stands. */
export const passedOverKeys = {
  webgpu: 'insteadOfWebGpu',
  dawn: 'insteadOfDawn',
  webgl2: 'insteadOfWebGl2',
} as const satisfies Readonly<Record<GpuBackend, keyof PassedOver>>;
