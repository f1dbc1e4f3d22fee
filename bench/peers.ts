/** The libraries that the studio is compared with, each in processes of its own. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Contender } from './Contender.ts';
import { childContender } from './childContender.ts';

const PEERS = join(import.meta.dirname, 'peers');

const ONE_THREAD = {
  OMP_NUM_THREADS: '1',
  OPENBLAS_NUM_THREADS: '1',
  OPENBLAS_L2_SIZE: undefined,
};

export interface BlasChoice {
  /** A folder with another libblas.so.3 for PyTorch to compute its products with. */
  readonly folder?: string | undefined;
  /**
   * The processor whose kernels OpenBLAS runs. Left out it chooses, and takes the slowest ones for a
   * processor that is younger than itself.
   */
  readonly kernels?: string | undefined;
}

export function pytorch({ folder, kernels }: BlasChoice = {}): Contender {
  return childContender({
    name: folder ? 'PyTorch, other BLAS' : 'PyTorch',
    command: '/usr/bin/python3',
    args: [join(PEERS, 'pytorchTrain.py'), 'cpu'],
    environment: {
      ...ONE_THREAD,
      OPENBLAS_CORETYPE: kernels,
      ...(folder && { LD_LIBRARY_PATH: folder }),
    },
  });
}

/** On CUDA, with as many threads as it likes; the interpreter is the one that has it. */
export const pytorchCuda: Contender = childContender({
  name: 'PyTorch CUDA eager',
  command: 'python3',
  args: [join(PEERS, 'pytorchTrain.py'), 'cuda'],
});

const tensorflowOn = (name: string, backend: 'wasm' | 'webgpu'): Contender => ({
  name,
  async start(workload) {
    installTensorflow();
    const { start } = childContender({
      name,
      command: process.execPath,
      args: [join(PEERS, 'tfjsTrain.js'), backend],
    });
    return start(workload);
  },
});

export const tensorflow = tensorflowOn('TensorFlow.js WASM', 'wasm');
export const tensorflowWebgpu = tensorflowOn('TensorFlow.js WebGPU', 'webgpu');

/**
 * It is large and only the benchmark wants it, so it has a lock file of its own and is fetched
 * here.
 */
function installTensorflow(): void {
  if (existsSync(join(PEERS, 'node_modules'))) return;
  const { status, stderr } = spawnSync('npm', ['ci', '--prefix', PEERS], { encoding: 'utf8' });
  if (status !== 0) {
    throw new Error(`npm ci failed: ${stderr?.trim().split('\n').at(-1) ?? 'npm not found'}`);
  }
}
