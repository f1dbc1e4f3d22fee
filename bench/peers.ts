/** The libraries that the studio is compared with, each in processes of its own. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
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

/** A script of the peers' folder, under this Node. */
const scriptContender = (name: string, ...args: readonly [string, ...string[]]): Contender => ({
  name,
  async start(workload) {
    installPeers();
    const [script, ...rest] = args;
    const child = { name, command: process.execPath, args: [join(PEERS, script), ...rest] };
    return childContender(child).start(workload);
  },
});

export const tensorflow = scriptContender('TensorFlow.js WASM', 'tfjsTrain.js', 'wasm');
export const tensorflowWebgpu = scriptContender('TensorFlow.js WebGPU', 'tfjsTrain.js', 'webgpu');
export const convnetjs = scriptContender('ConvNetJS', 'convnetjsTrain.js');
export const brainjs = scriptContender('brain.js', 'brainjsTrain.js');

/**
 * They are large and only the benchmark wants them, so they have a lock file of their own and are
 * fetched here.
 */
function installPeers(): void {
  const { dependencies } = JSON.parse(readFileSync(join(PEERS, 'package.json'), 'utf8'));
  const names = Object.keys(dependencies);
  if (names.every((name) => existsSync(join(PEERS, 'node_modules', name)))) return;
  const { status, stderr } = spawnSync('npm', ['ci', '--prefix', PEERS], { encoding: 'utf8' });
  if (status !== 0) {
    throw new Error(`npm ci failed: ${stderr?.trim().split('\n').at(-1) ?? 'npm not found'}`);
  }
}
