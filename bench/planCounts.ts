/**
 * What the GPU executor does in a step, counted from its plan: no GPU is needed, and no clock.
 *
 * On WebGPU a chunk of steps is one submission; on WebGL2 each kernel is a draw. Values come back
 * once a chunk on both.
 */
import type { Component } from '../core/contract/ModelSpec.ts';
import type { GpuNode } from '../core/executors/gpujs/GpuNode.ts';
import { type KernelPlan, planKernels } from '../core/executors/gpujs/planKernels.ts';
import type { ShaderDialect } from '../core/executors/gpujs/ShaderDialect.ts';
import { dialect as webgl2 } from '../core/executors/gpujs/webgl2/dialect.ts';
import { programOf } from '../core/executors/gpujs/webgl2/programOf.ts';
import { dialect as webgpu } from '../core/executors/gpujs/webgpu/dialect.ts';
import { sizeOf } from '../core/graph/Tensor.ts';
import { buildModel } from '../core/model/buildModel.ts';
import { trainingStep } from '../core/training/trainingStep.ts';
import { markdownTable } from './markdownTable.ts';
import { perceptron } from './perceptron.ts';
import type { Workload } from './workloads.ts';

const FLOAT_BYTES = 4;

function planOf(workload: Workload, dialect: ShaderDialect): KernelPlan {
  const { layers, inputShape, optimizer, batchSize } = workload;
  const model = buildModel({ layers: [...layers] }, inputShape);
  const loss = { type: 'CrossEntropyLoss', options: {} };
  const step = trainingStep({ model, loss, optimizer, batchSize, target: 'class' });
  return planKernels(step.loop.program, dialect);
}

const bytesOf = ({ shape }: GpuNode) => sizeOf(shape) * FLOAT_BYTES;

/** What every kernel reads, each argument once, and what it writes. */
function megabytesMoved({ kernels }: KernelPlan): number {
  const moved = kernels.map(({ node, reads }) =>
    reads.reduce((bytes, read) => bytes + bytesOf(read), bytesOf(node)),
  );
  return moved.reduce((total, bytes) => total + bytes, 0) / 1e6;
}

/** Forward, backward and update together: what one more hidden layer adds. */
function kernelsOfLinear(optimizer: Component): number {
  const count = (hidden: number) =>
    planOf(perceptron({ hidden: Array(hidden).fill(256), batchSize: 128, optimizer }), webgpu)
      .kernels.length;
  return count(3) - count(2);
}

export function planCounts(workloads: readonly Workload[]): string {
  const rows = workloads.map((workload) => {
    const plans = [planOf(workload, webgpu), planOf(workload, webgl2)] as const;
    return [
      workload.name,
      ...plans.map(({ kernels }) => String(kernels.length)),
      String(new Set(plans[1].kernels.map(programOf)).size),
      megabytesMoved(plans[0]).toFixed(1),
    ];
  });
  const header = ['a step of', 'kernels, WebGPU', 'draws, WebGL2', 'programs', 'MB moved'];
  const linear = ['SGD', 'Adam']
    .map((type) => `${kernelsOfLinear({ type, options: {} })} with ${type}`)
    .join(', ');
  return [
    `Kernels of a Linear layer and its ReLU in a step (forward, backward, update; the mark is 12): ${linear}.`,
    'Submissions: one a chunk on WebGPU, whatever its steps. Read-backs: one a chunk on both.',
    '',
    ...markdownTable(header, rows, 1),
  ].join('\n');
}
