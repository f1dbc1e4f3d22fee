/** A recorded step, replayed: its state stays on the device, and a chunk of steps is one submission. */
import { sizeOf } from '../../../graph/Tensor.ts';
import type { LoopProgram, TensorData, TensorMap } from '../../Executor.ts';
import { GpuLostError } from '../GpuLostError.ts';
import { floats, type GpuStep, WIDTH } from '../GpuStep.ts';
import { type CommandEncoder, type DeviceBuffer, mapMode, usage } from './Device.ts';
import type { RecordedStep } from './RecordedStep.ts';

/** Bytes of state that are read at once. */
const PORTION = 2 ** 27;

/** An array that is copied from one place on the device to another. */
interface Transfer {
  readonly name: string;
  readonly from: DeviceBuffer;
  readonly to: DeviceBuffer;
  readonly bytes: number;
}

/** Same steps, same device: the same bits. */
export class ReplayedStep implements GpuStep {
  readonly #loop: LoopProgram;
  readonly #step: RecordedStep;
  readonly #release: () => Promise<void>;
  readonly #isInt: ReadonlySet<string>;
  readonly #sizes: ReadonlyMap<string, number>;
  readonly #carried: readonly Transfer[];
  /** By size: buffers outlive a call, so that chunks of one length allocate nothing. */
  readonly #uploads = new Map<string, DeviceBuffer>();
  #staging: DeviceBuffer | null = null;

  constructor(loop: LoopProgram, step: RecordedStep, release: () => Promise<void>) {
    this.#loop = loop;
    this.#step = step;
    this.#release = release;
    const { inputs, outputs } = loop.program;
    const all = [...inputs.map((input) => [input.name, input] as const), ...outputs];
    this.#isInt = new Set(all.flatMap(([name, { dtype }]) => (dtype === 'int' ? [name] : [])));
    this.#sizes = new Map(all.map(([name, { shape }]) => [name, sizeOf(shape)]));
    this.#carried = loop.state.flatMap((name, index) => {
      const to = step.inputs[index];
      return to ? [{ name, from: step.outputs[index], to, bytes: this.#bytes(name) }] : [];
    });
  }

  writeState(state: TensorMap): void {
    for (const { name, to } of this.#carried) {
      this.#step.device.queue.writeBuffer(to, 0, floats(state[name]));
    }
  }

  async readState(): Promise<Record<string, TensorData>> {
    const state: Record<string, TensorData> = {};
    for (const names of this.#portions()) {
      const layout = this.#layout(names, 1);
      const encoder = this.#step.device.createCommandEncoder();
      const staging = this.#stage(layout.bytes);
      for (const [position, name] of names.entries()) {
        const from = this.#step.outputs[this.#loop.state.indexOf(name)];
        encoder.copyBufferToBuffer(from, 0, staging, layout.offsets[position], this.#bytes(name));
      }
      Object.assign(state, await this.#submit(encoder, staging, names, layout.offsets, 1));
    }
    return state;
  }

  /** The state's names in portions that one staging buffer holds. */
  #portions(): string[][] {
    const portions: string[][] = [];
    let room = 0;
    for (const name of this.#loop.state) {
      const bytes = this.#bytes(name);
      if (portions.length === 0 || bytes > room) {
        portions.push([]);
        room = PORTION;
      }
      portions.at(-1)!.push(name);
      room -= bytes;
    }
    return portions;
  }

  async run(steps: number, sequences: TensorMap): Promise<Record<string, TensorData>> {
    if (this.#step.isLost()) throw new GpuLostError();
    const { device, passes } = this.#step;
    const slices = await this.#upload(steps, sequences);
    const names = this.#loop.reports;
    const layout = this.#layout(names, steps);
    const staging = this.#stage(layout.bytes);
    const encoder = device.createCommandEncoder();
    for (let index = 0; index < steps; index++) {
      for (const { from, to, bytes } of slices) {
        encoder.copyBufferToBuffer(from, index * bytes, to, 0, bytes);
      }
      const pass = encoder.beginComputePass();
      for (const { pipeline, bindGroup, groups } of passes) {
        pass.setPipeline(pipeline);
        pass.setBindGroup(0, bindGroup);
        pass.dispatchWorkgroups(...groups);
      }
      pass.end();
      for (const [position, name] of names.entries()) {
        const bytes = this.#bytes(name);
        const from = this.#step.outputs[this.#loop.state.length + position];
        encoder.copyBufferToBuffer(
          from,
          0,
          staging,
          layout.offsets[position] + index * bytes,
          bytes,
        );
      }
      for (const { from, to, bytes } of this.#carried) {
        encoder.copyBufferToBuffer(from, 0, to, 0, bytes);
      }
    }
    return this.#submit(encoder, staging, names, layout.offsets, steps);
  }

  async dispose(): Promise<void> {
    for (const buffer of this.#uploads.values()) buffer.destroy();
    this.#staging?.destroy();
    await this.#release();
  }

  #bytes(name: string): number {
    return this.#sizes.get(name)! * WIDTH;
  }

  /** Where each array of `steps` slices lies, one behind the other. */
  #layout(names: readonly string[], steps: number) {
    let bytes = 0;
    const offsets = names.map((name) => {
      const offset = bytes;
      bytes += this.#bytes(name) * steps;
      return offset;
    });
    return { offsets, bytes };
  }

  /** Written straight into memory that the device copies from: minibatches are many bytes. */
  async #upload(steps: number, sequences: TensorMap): Promise<Transfer[]> {
    const slices: Transfer[] = [];
    for (const [index, name] of this.#loop.sequences.entries()) {
      const to = this.#step.inputs[this.#loop.state.length + index];
      if (!to) continue;
      const bytes = this.#bytes(name);
      const from = await this.#mapped(name, bytes * steps);
      new Float32Array(from.getMappedRange()).set(sequences[name]);
      from.unmap();
      slices.push({ name, from, to, bytes });
    }
    return slices;
  }

  async #mapped(name: string, size: number): Promise<DeviceBuffer> {
    const known = this.#uploads.get(name);
    if (known && known.size >= size) {
      await known.mapAsync(mapMode.write).catch(lost);
      return known;
    }
    known?.destroy();
    const made = this.#step.device.createBuffer({
      size,
      usage: usage.mapWrite | usage.copySource,
      mappedAtCreation: true,
    });
    this.#uploads.set(name, made);
    return made;
  }

  #stage(bytes: number): DeviceBuffer {
    if (!this.#staging || this.#staging.size < bytes) {
      this.#staging?.destroy();
      this.#staging = this.#step.device.createBuffer({
        size: Math.max(bytes, WIDTH),
        usage: usage.mapRead | usage.copyTarget,
      });
    }
    return this.#staging;
  }

  async #submit(
    encoder: CommandEncoder,
    staging: DeviceBuffer,
    names: readonly string[],
    offsets: readonly number[],
    steps: number,
  ): Promise<Record<string, TensorData>> {
    const { device } = this.#step;
    device.pushErrorScope('validation');
    device.queue.submit([encoder.finish()]);
    const outcome = Promise.all([device.popErrorScope(), staging.mapAsync(mapMode.read)]);
    const [refused] = await outcome.catch(lost);
    if (refused) {
      staging.unmap();
      throw new Error(`The GPU refused to compute: ${refused.message}`);
    }
    const mapped = staging.getMappedRange();
    const values = names.map((name, index) => {
      const data = new Float32Array(mapped, offsets[index], this.#sizes.get(name)! * steps);
      return [name, this.#isInt.has(name) ? Int32Array.from(data) : data.slice()] as const;
    });
    staging.unmap();
    return Object.fromEntries(values);
  }
}

/** A buffer of ours that cannot be mapped: its device is gone. */
function lost(error: Error): never {
  throw new GpuLostError(error.message);
}
