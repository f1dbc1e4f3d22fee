import type { CompileWatch } from '../CompileWatch.ts';
import type { GpuInstance } from '../GpuModule.ts';

/**
 * Tells of each kernel that GPU.js compiles from now on; ends by what it returns.
 *
 * A pipeline compiles copies of the kernels that it was given, and makes them by the instance's own
 * `createKernel`: that is where they are met. Should GPU.js change its insides, nothing is told.
 */
export function watchBuilds(gpu: GpuInstance, watch: CompileWatch): () => void {
  const { createKernel } = gpu;
  const watched: GpuInstance['createKernel'] = (source, settings) => {
    const made = createKernel.call(gpu, source, settings);
    const { kernel } = made;
    const build = kernel?.build;
    if (kernel && build) {
      kernel.build = (...inputs) => {
        const built = build.call(kernel, ...inputs);
        void Promise.resolve(built).then(watch.compiled, () => undefined);
        return built;
      };
    }
    return made;
  };
  gpu.createKernel = watched;
  return () => {
    if (gpu.createKernel === watched) gpu.createKernel = createKernel;
  };
}
