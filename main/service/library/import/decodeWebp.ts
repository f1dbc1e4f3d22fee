/**
 * WebP through libwebp in WebAssembly. The module lies in resources, where every way of running
 * finds it; it is compiled when the first such image comes.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import createDecoder from '@jsquash/webp/codec/dec/webp_dec.js';
import type { DecodedImage } from '../../../../core/data/images/DecodedImage.ts';
import { studioPaths } from '../../../paths.ts';

const load = () => createDecoder({ wasmBinary: readModule(), noInitialRun: true });
let decoder: ReturnType<typeof load> | undefined;

/** Throws Error for damaged data. */
export async function decodeWebp(bytes: Uint8Array): Promise<DecodedImage> {
  decoder ??= load();
  const image = (await decoder).decode(new Uint8Array(bytes));
  if (!image) throw new Error('its data cannot be decoded');
  const { width, height, data } = image;
  return { width, height, rgba: new Uint8Array(data.buffer, data.byteOffset, data.byteLength) };
}

function readModule(): ArrayBuffer {
  const file = readFileSync(join(studioPaths().resources, 'decoders', 'webp_dec.wasm'));
  return new Uint8Array(file).buffer;
}
