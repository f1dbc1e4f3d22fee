/** A kernel at its place in a step: what it reads, and what it writes anew. */
import type { GpuFunction } from '../GpuModule.ts';
import type { Texture } from './Texture.ts';

export interface Pass {
  readonly call: GpuFunction;
  readonly reads: readonly Texture[];
  readonly target: Texture;
}

/**
 * Returns what GPU.js hands on, which is the target.
 *
 * GPU.js has a function write one texture of its own. Its kernel takes another for that when it is
 * told that they were switched: so equal kernels are compiled once, wherever they stand.
 */
export function runPass({ call, reads, target }: Pass): unknown {
  const { kernel } = call;
  if (kernel && kernel.texture !== target) {
    kernel.texture = target;
    kernel._textureSwitched = true;
  }
  return call(...reads);
}
