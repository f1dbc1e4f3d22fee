/**
 * UCI digits as images. The source counts dark pixels in 4×4 blocks, 0 to 16; images are bytes
 * everywhere else in the studio, so v becomes round(v · 255 / 16), which keeps all 17 steps apart.
 */
import { gunzipSync, strFromU8 } from 'fflate';
import type { ImageDataset } from '../../core/data/Dataset.ts';
import type { SampleSource } from './SampleSource.ts';

const PIXELS = 64;
const DARKEST = 16;

export const digits: SampleSource = {
  about: {
    id: 'digits',
    name: 'Handwritten digits',
    description: {
      en: '1,797 handwritten digits, 8×8 pixels, ten classes. Trains in seconds.',
      ko: '손으로 쓴 숫자 1,797개입니다. 8×8 픽셀, 클래스 10개이며 몇 초면 학습됩니다.',
    },
    license: 'CC BY 4.0',
    source:
      'E. Alpaydin, C. Kaynak: Optical Recognition of Handwritten Digits (1998), ' +
      'UCI Machine Learning Repository, https://doi.org/10.24432/C50P49',
    experiment: 'digits-mlp',
  },
  sourceFile: 'digits.csv.gz',
  build: readDigits,
};

function readDigits(source: Uint8Array): ImageDataset {
  const rows = strFromU8(gunzipSync(source))
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(',').map(Number));
  const counts = new Array<number>(10).fill(0);
  for (const row of rows) {
    const label = row[PIXELS] ?? -1;
    if (row.length !== PIXELS + 1 || !(label in counts)) throw new Error(`Not a digit: ${row}`);
    counts[label] = (counts[label] ?? 0) + 1;
  }
  return {
    kind: 'image',
    samples: rows.length,
    sampleShape: [1, 8, 8],
    images: Uint8Array.from(
      rows.flatMap((row) => row.slice(0, PIXELS)),
      (value) => Math.round((value * 255) / DARKEST),
    ),
    targets: Int32Array.from(rows, (row) => row[PIXELS] ?? -1),
    target: { kind: 'class', name: 'digit', labels: counts.map((_, label) => `${label}`), counts },
    columns: [],
    values: new Float32Array(),
    givenSplits: null,
    warnings: [],
  };
}
