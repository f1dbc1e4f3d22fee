/** WebGPU, as far as it is used here: core may not assume a browser's types. */
export interface DeviceBuffer {
  readonly size: number;
  mapAsync(mode: number): Promise<void>;
  getMappedRange(): ArrayBuffer;
  unmap(): void;
  destroy(): void;
}

export interface ComputePass {
  setPipeline(pipeline: object): void;
  setBindGroup(index: number, group: object): void;
  dispatchWorkgroups(x: number, y: number, z: number): void;
  end(): void;
}

export interface CommandEncoder {
  beginComputePass(): ComputePass;
  copyBufferToBuffer(
    from: DeviceBuffer,
    fromOffset: number,
    to: DeviceBuffer,
    toOffset: number,
    size: number,
  ): void;
  finish(): object;
}

export interface Device {
  readonly queue: {
    writeBuffer(buffer: DeviceBuffer, offset: number, data: Float32Array): void;
    submit(commands: readonly object[]): void;
  };
  createBuffer(settings: {
    readonly size: number;
    readonly usage: number;
    readonly mappedAtCreation?: boolean;
  }): DeviceBuffer;
  createCommandEncoder(): CommandEncoder;
  pushErrorScope(filter: 'validation'): void;
  /** What was refused since the scope was pushed; WebGPU throws nothing by itself. */
  popErrorScope(): Promise<{ readonly message: string } | null>;
}

/** The specification's numbers; the names are globals only where WebGPU is built in. */
export const usage = { mapRead: 0x01, mapWrite: 0x02, copySource: 0x04, copyTarget: 0x08 } as const;

export const mapMode = { read: 0x01, write: 0x02 } as const;
