/**
 * A step that GPU.js has compiled into one plan of passes (`fused-encoder`), taken over so that it
 * can be run many times within one submission.
 *
 * GPU.js uploads a pipeline's inputs and reads its results at every call. Training wants neither:
 * the plan's buffers stay on the device, the next state is copied there to where the step reads its
 * state, and a chunk's minibatches are uploaded once. So the passes that GPU.js built are replayed
 * by an encoder of our own. What is taken from GPU.js's insides is checked here, by name.
 */
import type { GpuPipeline } from '../GpuModule.ts';
import type { Device, DeviceBuffer } from './Device.ts';

export interface RecordedPass {
  readonly pipeline: object;
  readonly bindGroup: object;
  readonly groups: readonly [number, number, number];
}

export interface RecordedStep {
  readonly device: Device;
  readonly passes: readonly RecordedPass[];
  /** By the position of the pipeline's input; null for one that no kernel reads. */
  readonly inputs: readonly (DeviceBuffer | null)[];
  /** By the position of the pipeline's result. */
  readonly outputs: readonly DeviceBuffer[];
  isLost(): boolean;
}

/** The insides of gpu.js 2.24 that are relied on. */
interface FusedExecutor {
  readonly kind: string;
  readonly _device: Device;
  readonly _passes: readonly RecordedPass[];
  readonly _argRegions: ReadonlyMap<number, { readonly buffer: DeviceBuffer }>;
  readonly _planBuffers: readonly { readonly buffer: DeviceBuffer }[];
  readonly context: { readonly isLost: boolean };
  readonly plan: {
    readonly steps: readonly { readonly outputBuffer: number }[];
    readonly results: {
      readonly entries: readonly { readonly binding: { source: string; step: number } }[];
    };
  };
}

/** Throws an Error with GPU.js's reason where the pipeline did not become one plan of passes. */
export function recordedStep(pipeline: GpuPipeline, inputCount: number): RecordedStep {
  if (pipeline.executorKind !== 'fused-encoder') {
    const reason = pipeline.fallbackReason ?? 'no reason given';
    throw new Error(`GPU.js ran the step as "${pipeline.executorKind}": ${reason}.`);
  }
  const executor = pipeline.pipeline._executor as Partial<FusedExecutor>;
  const { _device, _passes, _argRegions, _planBuffers, plan, context } = executor;
  if (!_device || !_passes || !_argRegions || !_planBuffers || !plan || !context) {
    throw new Error('This version of GPU.js keeps its pipelines in another way than 2.24 does.');
  }
  return {
    device: _device,
    passes: _passes,
    inputs: Array.from({ length: inputCount }, (_, i) => _argRegions.get(i)?.buffer ?? null),
    outputs: plan.results.entries.map(
      ({ binding }) => _planBuffers[plan.steps[binding.step].outputBuffer].buffer,
    ),
    isLost: () => context.isLost,
  };
}
