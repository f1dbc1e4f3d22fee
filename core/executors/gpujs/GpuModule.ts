/**
 * What is handed in: a GPU.js instance, as far as it is used.
 *
 * GPU.js carries no types for its pipelines' insides. The part of them that RecordedStep.ts needs is
 * written down here and checked when a pipeline is taken over, so another version fails by name.
 */
export interface GpuInstance {
  createKernel(source: string, settings: KernelSettings): GpuFunction;
  createPipeline(trace: (...inputs: readonly unknown[]) => readonly unknown[]): GpuPipeline;
  destroy(): Promise<void> | void;
}

export interface KernelSettings {
  readonly output: readonly number[];
  readonly precision?: 'single';
  readonly loopMaxIterations?: number;
}

/** Called while a pipeline is traced it is recorded; called directly it runs. */
export interface GpuFunction {
  (...inputs: readonly unknown[]): unknown;
  destroy?(): void;
}

export interface GpuPipeline {
  (...inputs: readonly Float32Array[]): Promise<readonly unknown[]>;
  readonly executorKind: string;
  readonly fallbackReason: string | null;
  readonly pipeline: { readonly _executor: unknown };
  destroy(): Promise<void>;
}
