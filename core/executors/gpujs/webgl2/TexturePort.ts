/**
 * Moves values between arrays and textures, beside GPU.js.
 *
 * GPU.js would upload an array for each kernel that reads it, four values a texel, and read results
 * back with three values of nothing beside each. Its kernels bind what they use whenever they run,
 * so nothing that is bound here is in their way.
 */
import type { Device } from './Device.ts';
import type { StoredTexture } from './Texture.ts';

export class TexturePort {
  readonly #gl: Device;
  readonly #framebuffer: object;

  constructor(gl: Device) {
    this.#gl = gl;
    this.#framebuffer = gl.createFramebuffer();
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

  /** All values, those that fill up the last row included. Waits for what was asked of the device. */
  read({ texture, size }: StoredTexture, rows = size[1]): Float32Array {
    const gl = this.#gl;
    this.#attach(texture);
    const count = size[0] * rows;
    const isTight =
      gl.getParameter(gl.IMPLEMENTATION_COLOR_READ_FORMAT) === gl.RED &&
      gl.getParameter(gl.IMPLEMENTATION_COLOR_READ_TYPE) === gl.FLOAT;
    const values = new Float32Array(isTight ? count : 4 * count);
    gl.readPixels(0, 0, size[0], rows, isTight ? gl.RED : gl.RGBA, gl.FLOAT, values);
    return isTight ? values : values.filter((_, index) => index % 4 === 0);
  }

  /** All of a texture into a larger one, its first value at (x, y). */
  copy(from: StoredTexture, to: StoredTexture, x: number, y: number): void {
    const gl = this.#gl;
    this.#attach(from.texture);
    this.#bind(to.texture);
    gl.copyTexSubImage2D(gl.TEXTURE_2D, 0, x, y, 0, 0, from.size[0], from.size[1]);
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

  delete({ texture }: StoredTexture): void {
    this.#gl.deleteTexture(texture);
  }

  dispose(): void {
    this.#gl.deleteFramebuffer(this.#framebuffer);
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
