import type { GpuBackend } from '../../../core/contract/DeviceProblem.ts';
import type { GpuWay } from './GpuWay.ts';
import { NEVER_STARTED } from './neverStarted.ts';

/** That this studio does not have, such as Dawn without a plain Node. */
export const missingWay = (backend: GpuBackend): GpuWay => ({
  backend,
  start(_job, onMessage) {
    onMessage({ kind: 'gpu-failed', problem: { code: 'not-offered', backend } });
    const nothing = () => undefined;
    return {
      pid: undefined,
      stop: nothing,
      ask: nothing,
      tellTurn: nothing,
      kill: nothing,
      exited: Promise.resolve(NEVER_STARTED),
    };
  },
});
