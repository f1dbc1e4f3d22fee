/**
 * A built step, run again and again: its state stays in textures, and nothing is read before the
 * chunk of steps is through.
 */
import { sizeOf } from '../../../graph/Tensor.ts';
import type { LoopProgram, TensorData, TensorMap } from '../../Executor.ts';
import { GpuLostError } from '../GpuLostError.ts';
import { floats, type GpuStep } from '../GpuStep.ts';
import type { BuiltStep } from './buildStep.ts';
import type { Device } from './Device.ts';
import { ReportHistory } from './ReportHistory.ts';
import { runPass } from './runPass.ts';
import type { TexturePort } from './TexturePort.ts';

/** Same steps, same device: the same bits. */
export class ReplayedStep implements GpuStep {
  readonly #gl: Device;
  readonly #port: TexturePort;
  readonly #loop: LoopProgram;
  readonly #step: BuiltStep;
  readonly #side: number;
  readonly #isInt: ReadonlySet<string>;
  readonly #sizes: ReadonlyMap<string, number>;
  /** Whose state is the latest. */
  #last: 0 | 1 = 1;
  /** By report; they outlive a call, so that chunks of one length allocate nothing. */
  readonly #histories = new Map<string, ReportHistory>();

  constructor(gl: Device, port: TexturePort, loop: LoopProgram, step: BuiltStep) {
    this.#gl = gl;
    this.#port = port;
    this.#loop = loop;
    this.#step = step;
    this.#side = gl.getParameter(gl.MAX_TEXTURE_SIZE) as number;
    const { inputs, outputs } = loop.program;
    const all = [...inputs.map((input) => [input.name, input] as const), ...outputs];
    this.#isInt = new Set(all.flatMap(([name, { dtype }]) => (dtype === 'int' ? [name] : [])));
    this.#sizes = new Map(all.map(([name, { shape }]) => [name, sizeOf(shape)]));
  }

  writeState(state: TensorMap): void {
    for (const [name, texture] of this.#step.turns[this.#last].state) {
      this.#port.write(texture, floats(state[name]));
    }
  }

  async readState(): Promise<Record<string, TensorData>> {
    const textures = [...this.#step.turns[this.#last].state];
    const read = this.#port.read(textures.map(([, from]) => ({ from, rows: from.size[1] })));
    this.#refuseTrouble();
    const state = textures.map(([name], index) => {
      const values = read[index].slice(0, this.#sizes.get(name));
      return [name, this.#typed(name, values)] as const;
    });
    return Object.fromEntries(state);
  }

  async run(steps: number, sequences: TensorMap): Promise<Record<string, TensorData>> {
    this.#refuseLost();
    const given = this.#loop.sequences.map((name) => [name, floats(sequences[name])] as const);
    const reports = this.#loop.reports.map((name) => {
      const values = new Float32Array(steps * this.#sizes.get(name)!);
      return [name, values] as const;
    });
    const portion = this.#prepare(steps);
    for (let from = 0; from < steps; from += portion) {
      const count = Math.min(portion, steps - from);
      for (let index = 0; index < count; index++) this.#runStep(given, from + index, index);
      const kept = reports.map(([name]) => this.#histories.get(name)!);
      const read = this.#port.read(kept.map((history) => history.read(count)));
      for (const [index, [name, values]] of reports.entries()) {
        const size = this.#sizes.get(name)!;
        values.set(kept[index].inOrder(read[index], count, size), from * size);
      }
    }
    this.#refuseTrouble();
    return Object.fromEntries(reports.map(([name, values]) => [name, this.#typed(name, values)]));
  }

  async dispose(): Promise<void> {
    for (const history of this.#histories.values()) history.dispose();
    this.#step.dispose();
    this.#port.dispose();
  }

  #runStep(given: readonly (readonly [string, Float32Array])[], step: number, kept: number): void {
    for (const [name, data] of given) {
      const texture = this.#step.sequences.get(name);
      const size = this.#sizes.get(name)!;
      if (texture) this.#port.write(texture, data.subarray(step * size, (step + 1) * size));
    }
    const turn = this.#last === 0 ? 1 : 0;
    const { passes, reports } = this.#step.turns[turn];
    for (const pass of passes) runPass(pass);
    for (const [name, texture] of reports) this.#histories.get(name)!.keep(texture, kept);
    this.#last = turn;
  }

  /** Makes room for the reports of `steps` steps, or of as many as the device's textures hold. */
  #prepare(steps: number): number {
    let portion = steps;
    let isNew = false;
    for (const [name, texture] of this.#step.turns[0].reports) {
      let history = this.#histories.get(name);
      if (!history || history.steps < steps) {
        history?.dispose();
        history = new ReportHistory(this.#port, texture, steps, this.#side);
        this.#histories.set(name, history);
        isNew = true;
      }
      portion = Math.min(portion, history.capacity);
    }
    if (isNew) this.#refuseTrouble();
    return portion;
  }

  #typed(name: string, values: Float32Array): TensorData {
    return this.#isInt.has(name) ? Int32Array.from(values) : values;
  }

  #refuseLost(): void {
    if (this.#gl.isContextLost()) throw new GpuLostError();
  }

  /**
   * WebGL throws nothing by itself, and to ask waits for the device: so it is asked where memory was
   * asked for, and behind what was read, which has waited already and would be zeros.
   */
  #refuseTrouble(): void {
    this.#refuseLost();
    const error = this.#gl.getError();
    if (error === this.#gl.NO_ERROR) return;
    const words = error === this.#gl.OUT_OF_MEMORY ? 'out of memory' : `WebGL error ${error}`;
    throw new Error(`The GPU refused to compute: ${words}.`);
  }
}
