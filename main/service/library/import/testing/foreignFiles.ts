/** Small files of every format, made by code. */
import { PNG } from 'pngjs';

/** All pixels of one colour, or by place. */
export function png(
  width: number,
  height: number,
  color: (x: number, y: number) => readonly [number, number, number, number?],
): Uint8Array {
  const image = new PNG({ width, height });
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [red, green, blue, alpha = 255] = color(x, y);
      image.data.set([red, green, blue, alpha], 4 * (y * width + x));
    }
  }
  return PNG.sync.write(image);
}

export const grey = (level: number) => () => [level, level, level] as const;

/** A PNG that says any size, with nothing behind its header. */
export function pngHeader(width: number, height: number): Uint8Array {
  const bytes = Buffer.from(png(1, 1, grey(0)));
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

export function idx(magic: number, sizes: readonly number[], data: Uint8Array): Uint8Array {
  const header = Buffer.alloc(4 + 4 * sizes.length);
  [magic, ...sizes].forEach((value, at) => void header.writeUInt32BE(value, 4 * at));
  return Buffer.concat([header, data]);
}

export function npy(descr: string, shape: readonly number[], data: Uint8Array, order = 'False') {
  const sizes = shape.map((size) => `${size}, `).join('');
  const text = `{'descr': '${descr}', 'fortran_order': ${order}, 'shape': (${sizes}), }`;
  const header = Buffer.from(`${text.padEnd(117)}\n`);
  const prefix = Buffer.from([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, header.length, 0]);
  return Buffer.concat([prefix, header, data]);
}

export const bytesOfFloats = (...values: readonly number[]) =>
  new Uint8Array(Float32Array.from(values).buffer);
