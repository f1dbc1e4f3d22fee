/**
 * Builds resources/samples from its sources: `node scripts/buildSamples.ts`.
 *
 * The results are committed, and a test asserts that building again gives the same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { encodeDataset } from '../core/data/encodeDataset.ts';
import type { SampleEntry } from '../core/data/SampleEntry.ts';
import { sampleShapeOf } from '../core/data/sampleShapeOf.ts';
import { sha256 } from '../core/data/sha256.ts';
import { digits } from './samples/digits.ts';
import { emojiKo } from './samples/emojiKo.ts';
import { iris } from './samples/iris.ts';
import { penguins } from './samples/penguins.ts';
import type { SampleSource } from './samples/SampleSource.ts';
import { sentences } from './samples/sentences.ts';

const folder = new URL('../resources/samples/', import.meta.url);

export interface BuiltSample {
  readonly entry: SampleEntry;
  readonly bytes: Uint8Array;
}

/** In the order in which the welcome page shows them. */
export function buildSamples(): BuiltSample[] {
  return [digits, iris, penguins, sentences, emojiKo].map(buildSample);
}

function buildSample({ about, sourceFile, build }: SampleSource): BuiltSample {
  const dataset = build(readFileSync(new URL(`sources/${sourceFile}`, folder)));
  const bytes = encodeDataset(dataset);
  const entry: SampleEntry = {
    ...about,
    kind: dataset.kind,
    samples: dataset.samples,
    sampleShape: sampleShapeOf(dataset),
    classes: dataset.target.kind === 'class' ? dataset.target.labels : [],
    file: `${about.id}.bin`,
    bytes: bytes.length,
    sha256: sha256(bytes),
  };
  return { entry, bytes };
}

if (import.meta.main) {
  const samples = buildSamples();
  for (const { entry, bytes } of samples) {
    writeFileSync(new URL(entry.file, folder), bytes);
    console.log(`${entry.file}  ${entry.bytes} bytes  ${entry.samples} samples`);
  }
  const index = samples.map(({ entry }) => entry);
  writeFileSync(new URL('index.json', folder), `${JSON.stringify(index, null, 2)}\n`);
}
