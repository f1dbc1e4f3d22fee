/**
 * Datasets as 0.1.0 stored them: the header first, then features and targets; images and tables of
 * numbers only, their given test part at the end.
 *
 *   8   uint32    version, 1
 *   12  uint32    length of the header in bytes
 *   16  header    JSON in UTF-8, filled up with blanks
 *   .   features  uint8 or float32, [N, ...sampleShape], filled up to a multiple of 4
 *   .   targets   int32 (classes) or float32 (numbers), [N]
 */
import { strFromU8, strToU8 } from 'fflate';
import { z } from 'zod';
import { DatasetTarget } from '../contract/DatasetInfo.ts';
import { Shape } from '../contract/primitives.ts';
import { sizeOf } from '../graph/Tensor.ts';
import { checkDataset } from './checkDataset.ts';
import type { Dataset } from './Dataset.ts';
import { damaged } from './damaged.ts';
import { sha256 } from './sha256.ts';

const HEADER_AT = 16;

const Header = z.strictObject({
  kind: z.enum(['image', 'table']),
  samples: z.number().int().positive(),
  sampleShape: Shape.min(1),
  dtype: z.enum(['uint8', 'float32']),
  featureNames: z.array(z.string()),
  target: DatasetTarget,
  givenTestSamples: z.number().int().nonnegative(),
  warnings: z.array(z.string()),
});
type Header = z.infer<typeof Header>;

/** With the hash that 0.1.0 gave it. Throws StudioError `invalid-dataset`. */
export function decodeVersion1(bytes: Uint8Array): { dataset: Dataset; hash: () => string } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const featuresAt = HEADER_AT + view.getUint32(12, true);
  if (featuresAt > bytes.length) throw damaged('it ends inside its header');
  const header = parseHeader(strFromU8(bytes.subarray(HEADER_AT, featuresAt)));
  const values = header.samples * sizeOf(header.sampleShape);
  const featureBytes = header.dtype === 'uint8' ? values : 4 * values;
  const targetsAt = featuresAt + Math.ceil(featureBytes / 4) * 4;
  const expected = targetsAt + 4 * header.samples;
  if (bytes.length !== expected) {
    throw damaged(`it must be ${expected} bytes long and is ${bytes.length}`);
  }
  const features = new Uint8Array(bytes.subarray(featuresAt, featuresAt + featureBytes));
  const targets = new Uint8Array(bytes.subarray(targetsAt));
  const dataset = toDataset(header, features, targets);
  checkDataset(dataset);
  return { dataset, hash: () => hashOf(header, features, targets) };
}

function parseHeader(text: string): Header {
  try {
    return Header.parse(JSON.parse(text));
  } catch (cause) {
    throw damaged('its header is malformed', cause);
  }
}

function toDataset(header: Header, features: Uint8Array, targets: Uint8Array): Dataset {
  const { kind, samples, target, sampleShape, dtype, featureNames, warnings } = header;
  const common = {
    samples,
    target,
    targets:
      target.kind === 'class' ? new Int32Array(targets.buffer) : new Float32Array(targets.buffer),
    givenSplits: givenSplits(header),
    warnings,
  };
  if (kind === 'image') {
    if (dtype !== 'uint8' || sampleShape.length !== 3) throw damaged('its images are no bytes');
    const columns: [] = [];
    return { kind, ...common, columns, values: new Float32Array(), sampleShape, images: features };
  }
  const width = sizeOf(sampleShape);
  if (dtype !== 'float32' || featureNames.length !== width) {
    throw damaged(`it names ${featureNames.length} features of ${width}`);
  }
  const values = new Float32Array(features.buffer);
  if (!values.every(Number.isFinite)) throw damaged('a feature is not a finite number');
  const columns = featureNames.map((name) => ({ name, type: 'number' as const }));
  return { kind, ...common, columns, values };
}

function givenSplits({ samples, givenTestSamples }: Header): Uint8Array | null {
  if (givenTestSamples === 0) return null;
  if (givenTestSamples >= samples) throw damaged('its test part leaves no other samples');
  return new Uint8Array(samples).fill(2, samples - givenTestSamples);
}

/** Keys in the order of 0.1.0. */
function hashOf(header: Header, features: Uint8Array, targets: Uint8Array): string {
  const { kind, samples, sampleShape, dtype, featureNames, target, givenTestSamples } = header;
  const { name } = target;
  const ordered =
    target.kind === 'class'
      ? { kind: 'class', name, labels: target.labels, counts: target.counts }
      : { kind: 'number', name, minimum: target.minimum, maximum: target.maximum };
  const identity = { kind, samples, sampleShape, dtype, featureNames, target: ordered };
  const text = JSON.stringify({ ...identity, givenTestSamples });
  return sha256(strToU8(text), features, targets);
}
