/**
 * What is handed in: a GPU.js instance, as far as it is used.
 *
 * GPU.js carries no types for its insides. The part of a pipeline that webgpu/RecordedStep.ts needs
 * is written down there, that of a kernel for webgl2/ here; both are checked when they are taken
 * over, so another version fails by name.
 */
export interface GpuInstance {
  createKernel(source: string, settings: KernelSettings): GpuFunction;
  createPipeline(trace: (...inputs: readonly unknown[]) => readonly unknown[]): GpuPipeline;
  destroy(): Promise<void> | void;
}

export interface KernelSettings {
  readonly output: readonly number[];
  readonly precision?: 'single';
  /** The result stays on the device, as a texture that the next call writes anew. */
  readonly pipeline?: boolean;
  readonly returnType?: 'Number';
  /** `precision`: floats and integers of 32 bits, also where a device has shorter ones. */
  readonly tactic?: 'precision';
  readonly fixIntegerDivisionAccuracy?: boolean;
  readonly nativeFunctions?: readonly { readonly name: string; readonly source: string }[];
}

/** Called while a pipeline is traced it is recorded; called directly it runs. */
export interface GpuFunction {
  (...inputs: readonly unknown[]): unknown;
  destroy?(): void;
  /** Why another backend took over; null as long as none did. */
  readonly fallbackReason?: string | null;
  /** Of a WebGL kernel: the corners that it draws. */
  buffer?: object | null;
  /** What it calls; it is compiled once, before its first call. */
  readonly kernel?: {
    build?(...inputs: readonly unknown[]): unknown;
    /** Of a WebGL kernel: what it writes. */
    texture?: object;
    _textureSwitched?: boolean;
  };
}

export interface GpuPipeline {
  (...inputs: readonly Float32Array[]): Promise<readonly unknown[]>;
  readonly executorKind: string;
  readonly fallbackReason: string | null;
  readonly pipeline: { readonly _executor: unknown };
  destroy(): Promise<void>;
}
