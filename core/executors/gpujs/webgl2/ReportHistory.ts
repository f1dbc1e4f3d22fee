/**
 * What a report was in every step of a chunk, side by side in one texture, so that it is read once
 * behind the chunk.
 */
import type { StoredTexture } from './Texture.ts';
import type { Read, TexturePort } from './TexturePort.ts';

export class ReportHistory {
  readonly #port: TexturePort;
  readonly #width: number;
  readonly #height: number;
  readonly #columns: number;
  readonly #texture: StoredTexture;
  /** How many were asked for. */
  readonly steps: number;
  /** How many it holds, which is fewer where textures may not be that large. */
  readonly capacity: number;

  /** `size`: of the report's texture; `side`: the longest that a texture may have. */
  constructor(port: TexturePort, { size }: StoredTexture, steps: number, side: number) {
    this.#port = port;
    this.steps = steps;
    [this.#width, this.#height] = [size[0], size[1]];
    this.#columns = Math.min(steps, Math.floor(side / this.#width));
    const rows = Math.min(Math.ceil(steps / this.#columns), Math.floor(side / this.#height));
    this.capacity = Math.min(steps, this.#columns * rows);
    this.#texture = port.create(this.#columns * this.#width, rows * this.#height);
  }

  keep(report: StoredTexture, step: number): void {
    const [x, y] = this.#place(step);
    this.#port.copy(report, this.#texture, x, y);
  }

  /** What holds the first `steps` reports. */
  read(steps: number): Read {
    const rows = Math.ceil(steps / this.#columns) * this.#height;
    return { from: this.#texture, rows };
  }

  /**
   * From what was read: the first `count` values of each report, one report behind the other.
   */
  inOrder(all: Float32Array, steps: number, count: number): Float32Array {
    const values = new Float32Array(steps * count);
    for (let step = 0; step < steps; step++) {
      const [x, y] = this.#place(step);
      for (let done = 0; done < count; done += this.#width) {
        const row = y + done / this.#width;
        const start = row * this.#texture.size[0] + x;
        const length = Math.min(this.#width, count - done);
        values.set(all.subarray(start, start + length), step * count + done);
      }
    }
    return values;
  }

  dispose(): void {
    this.#port.delete(this.#texture);
  }

  #place(step: number): readonly [number, number] {
    const row = Math.floor(step / this.#columns);
    return [(step - row * this.#columns) * this.#width, row * this.#height];
  }
}
