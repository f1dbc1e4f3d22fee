import type { DeviceProblem, GpuBackend } from '../../core/contract/DeviceProblem.ts';
import { gpuBackendNames } from '../../core/contract/gpuBackendNames.ts';
import { formatCount } from './format.ts';

/** As the end of a sentence: `no GPU can be used: ...`. */
export function describeDeviceProblem(problem: DeviceProblem): string {
  switch (problem.code) {
    case 'not-offered':
      return `this system offers no ${apiOf(problem)}`;
    case 'no-adapter':
      return `${apiOf(problem)} finds no adapter`;
    case 'software-only':
      return `${apiOf(problem)} finds only a software adapter (${problem.adapter})`;
    case 'too-large': {
      const { tensor, bytes, limit } = problem;
      return `${tensor} needs ${formatCount(bytes)} bytes, and this GPU holds ${formatCount(limit)} in one piece`;
    }
    case 'dataset-too-large':
      return `the dataset has ${formatCount(problem.bytes)} bytes, and at most ${formatCount(problem.limit)} are handed over`;
    case 'refused':
    case 'lost':
      return withoutStop(problem.detail);
    case 'ended':
      return `the work on the GPU ended unexpectedly (${withoutStop(problem.detail)})`;
    default:
      return problem satisfies never;
  }
}

const apiOf = ({ backend = 'webgpu' }: { readonly backend?: GpuBackend }) =>
  gpuBackendNames[backend];

const withoutStop = (text: string) => text.replace(/\.$/, '');
