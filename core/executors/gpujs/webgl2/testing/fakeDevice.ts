/** WebGL2 as far as it moves values, in arrays: for what is tested without a graphics card. */
import type { Device } from '../Device.ts';

interface FakeTexture {
  width: number;
  values: Float32Array;
}

export interface FakeDevice {
  readonly device: Device;
  /** How often values were waited for. */
  waits(): number;
}

/** `readsRed`: whether one number a value can be read; all devices read four. */
export function fakeDevice({ readsRed = true } = {}): FakeDevice {
  let waits = 0;
  let bound: FakeTexture = { width: 0, values: new Float32Array(0) };
  let attached = bound;
  let packed = new Float32Array(0);
  const constants = ['FLOAT', 'RED', 'RGBA', 'IMPLEMENTATION_COLOR_READ_FORMAT'] as const;
  const numbers = Object.fromEntries(constants.map((name, index) => [name, index + 1]));

  /** Runs over a rectangle of `values`, row by row. */
  function overRows(
    { width }: FakeTexture,
    [x, y, columns, rows]: readonly number[],
    body: (start: number, end: number, row: number) => void,
  ): void {
    for (let row = 0; row < rows; row++) {
      const start = (y + row) * width + x;
      body(start, start + columns, row);
    }
  }

  const device = {
    ...numbers,
    IMPLEMENTATION_COLOR_READ_TYPE: 5,
    activeTexture() {},
    bindBuffer() {},
    bindFramebuffer() {},
    bindTexture: (_: number, texture: FakeTexture) => {
      bound = texture;
    },
    bufferData: (_: number, size: number) => {
      packed = new Float32Array(size / 4);
    },
    copyTexSubImage2D(...[, , toX, toY, x, y, width, height]: number[]) {
      overRows(attached, [x, y, width, height], (start, end, row) =>
        bound.values.set(attached.values.subarray(start, end), (toY + row) * bound.width + toX),
      );
    },
    createBuffer: () => ({}),
    createFramebuffer: () => ({}),
    createTexture: (): FakeTexture => ({ width: 0, values: new Float32Array(0) }),
    deleteBuffer() {},
    framebufferTexture2D: (_: number, __: number, ___: number, texture: FakeTexture) => {
      attached = texture;
    },
    getBufferSubData: (_: number, __: number, to: Float32Array) => {
      waits += 1;
      to.set(packed);
    },
    getParameter: (name: number) => {
      if (name === 5) return numbers.FLOAT;
      return readsRed ? numbers.RED : numbers.RGBA;
    },
    readPixels(...[x, y, width, height, format, , offset]: number[]) {
      const channels = format === numbers.RED ? 1 : 4;
      let next = offset / 4;
      overRows(attached, [x, y, width, height], (start, end) => {
        for (const value of attached.values.subarray(start, end)) {
          packed[next] = value;
          next += channels;
        }
      });
    },
    texParameteri() {},
    texStorage2D: (...[, , , width, height]: number[]) => {
      Object.assign(bound, { width, values: new Float32Array(width * height) });
    },
    texSubImage2D(...parameters: unknown[]) {
      const [, , x, y, columns, rows] = parameters as number[];
      const from = parameters.at(-1) as Float32Array;
      overRows(bound, [x, y, columns, rows], (start, _, row) =>
        bound.values.set(from.subarray(row * columns, (row + 1) * columns), start),
      );
    },
  };
  return { device: device as unknown as Device, waits: () => waits };
}
