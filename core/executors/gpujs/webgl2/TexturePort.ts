/**
 * Moves values between arrays and textures, beside GPU.js.
 *
 * GPU.js would upload an array for each kernel that reads it, four values a texel, and wait for
 * every result that is read. Its kernels bind what they use whenever they run, so nothing that is
 * bound here is in their way.
 */
import type { Device } from './Device.ts';
import type { StoredTexture } from './Texture.ts';

const FLOAT_BYTES = Float32Array.BYTES_PER_ELEMENT;

export interface Read {
  readonly from: StoredTexture;
  /** The first so many. */
  readonly rows: number;
}

export class TexturePort {
  readonly #gl: Device;
  readonly #framebuffer: object;
  /** Numbers that are read for each value: all devices read four, most can do with one. */
  #channels: 1 | 4 | null = null;

  constructor(gl: Device) {
    this.#gl = gl;
    this.#framebuffer = gl.createFramebuffer();
  }

  create(width: number, height: number): StoredTexture {
    const gl = this.#gl;
    const texture = gl.createTexture();
    this.#bind(texture);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
    gl.texStorage2D(gl.TEXTURE_2D, 1, gl.R32F, width, height);
    return { texture, size: [width, height] };
  }

  write({ texture, size }: StoredTexture, data: Float32Array): void {
    const gl = this.#gl;
    this.#bind(texture);
    const width = size[0];
    const rows = Math.floor(data.length / width);
    const part = (row: number, columns: number, height: number, from: Float32Array) =>
      gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, row, columns, height, gl.RED, gl.FLOAT, from);
    if (rows > 0) part(0, width, rows, data.subarray(0, rows * width));
    const rest = data.subarray(rows * width);
    if (rest.length > 0) part(rows, rest.length, 1, rest);
  }

  /** All of a texture into a larger one, its first value at (x, y). */
  copy(from: StoredTexture, to: StoredTexture, x: number, y: number): void {
    const gl = this.#gl;
    this.#attach(from.texture);
    this.#bind(to.texture);
    gl.copyTexSubImage2D(gl.TEXTURE_2D, 0, x, y, 0, 0, from.size[0], from.size[1]);
  }

  /**
   * The values in rows, those that fill up a last row included. However many textures they are of,
   * the device is waited for once.
   */
  read(reads: readonly Read[]): Float32Array[] {
    if (reads.length === 0) return [];
    const gl = this.#gl;
    const channels = this.#channelsOf(reads[0].from);
    const lengths = reads.map(({ from, rows }) => from.size[0] * rows * channels);
    const total = lengths.reduce((sum, length) => sum + length, 0);
    const buffer = gl.createBuffer();
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, buffer);
    gl.bufferData(gl.PIXEL_PACK_BUFFER, total * FLOAT_BYTES, gl.STREAM_READ);
    const format = channels === 1 ? gl.RED : gl.RGBA;
    let offset = 0;
    for (const [index, { from, rows }] of reads.entries()) {
      this.#attach(from.texture);
      gl.readPixels(0, 0, from.size[0], rows, format, gl.FLOAT, offset * FLOAT_BYTES);
      offset += lengths[index];
    }
    const numbers = new Float32Array(total);
    gl.getBufferSubData(gl.PIXEL_PACK_BUFFER, 0, numbers);
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
    gl.deleteBuffer(buffer);
    let end = 0;
    return lengths.map((length) => {
      end += length;
      const part = numbers.subarray(end - length, end);
      return channels === 1 ? part : part.filter((_, index) => index % channels === 0);
    });
  }

  delete({ texture }: StoredTexture): void {
    this.#gl.deleteTexture(texture);
  }

  dispose(): void {
    this.#gl.deleteFramebuffer(this.#framebuffer);
  }

  /** Asked once: every question waits for the device. */
  #channelsOf({ texture }: StoredTexture): 1 | 4 {
    if (this.#channels !== null) return this.#channels;
    const gl = this.#gl;
    this.#attach(texture);
    const isOneEnough =
      gl.getParameter(gl.IMPLEMENTATION_COLOR_READ_FORMAT) === gl.RED &&
      gl.getParameter(gl.IMPLEMENTATION_COLOR_READ_TYPE) === gl.FLOAT;
    this.#channels = isOneEnough ? 1 : 4;
    return this.#channels;
  }

  #bind(texture: object): void {
    this.#gl.activeTexture(this.#gl.TEXTURE0);
    this.#gl.bindTexture(this.#gl.TEXTURE_2D, texture);
  }

  #attach(texture: object): void {
    const gl = this.#gl;
    gl.bindFramebuffer(gl.FRAMEBUFFER, this.#framebuffer);
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
  }
}
