import type { GpuBackend } from '../../../core/contract/DeviceProblem.ts';
import type { GpuWay } from './GpuWay.ts';

/** That this studio does not have, such as Dawn without a plain Node. */
export const missingWay = (backend: GpuBackend): GpuWay => ({
  backend,
  start(_job, onMessage) {
    onMessage({ kind: 'gpu-failed', problem: { code: 'not-offered', backend } });
    const nothing = () => undefined;
    const exited = Promise.resolve({ code: null, signal: null, stderr: '' });
    return {
      pid: undefined,
      stop: nothing,
      ask: nothing,
      tellTurn: nothing,
      kill: nothing,
      exited,
    };
  },
});
