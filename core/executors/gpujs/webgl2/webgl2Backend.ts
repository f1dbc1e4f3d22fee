import type { GpuBackend } from '../GpuBackend.ts';
import type { GpuInstance } from '../GpuModule.ts';
import { createStep } from './createStep.ts';
import type { Device } from './Device.ts';
import { dialect } from './dialect.ts';

/** Two corners and their places on the texture, four times two numbers each. */
const CORNER_BYTES = 64;

/**
 * `gpu`: in mode `webgl2`, over the context.
 *
 * All its kernels draw the same corners. Each would keep them in a buffer of its own, and those of
 * the others would be gone with it: a context remembers one buffer for all programs.
 */
export function webgl2Backend(gpu: GpuInstance, gl: Device): GpuBackend {
  const corners = gl.createBuffer();
  gl.bindBuffer(gl.ARRAY_BUFFER, corners);
  gl.bufferData(gl.ARRAY_BUFFER, CORNER_BYTES, gl.STATIC_DRAW);
  return {
    name: 'webgl2',
    dialect,
    createStep: async (loop, plan, watch) => createStep({ gpu, gl, corners, watch }, loop, plan),
  };
}
