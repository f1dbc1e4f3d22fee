/** What scripts/recordPillow.py recorded. */
import { readFileSync } from 'node:fs';

export interface RecordedImage {
  readonly name: string;
  /** Base64, as is `rgba`. */
  readonly file: string;
  readonly width: number;
  readonly height: number;
  readonly rgba: string;
  readonly lossy: boolean;
}

interface ImagesGolden {
  readonly files: readonly RecordedImage[];
  readonly resizes: readonly {
    readonly seed: number;
    /** [width, height]. */
    readonly from: readonly [number, number];
    readonly to: readonly [number, number];
    readonly pixels: readonly number[];
  }[];
  readonly grey: { readonly seed: number; readonly pixels: readonly number[] };
}

export const imagesGolden = JSON.parse(
  readFileSync(new URL('../../../golden/images.json', import.meta.url), 'utf8'),
) as ImagesGolden;

export const fromBase64 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));

/** Bytes of the same generator as the script's. */
export function noiseBytes(seed: number, count: number): Uint8Array {
  let state = seed;
  return Uint8Array.from({ length: count }, () => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    return state >>> 24;
  });
}
