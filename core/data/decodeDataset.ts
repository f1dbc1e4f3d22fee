/**
 * The way back from encodeDataset. Every length and index is checked: the bytes may come from a
 * damaged disk.
 */
import { strFromU8 } from 'fflate';
import { StudioError } from '../contract/StudioError.ts';
import { sizeOf } from '../graph/Tensor.ts';
import type { Dataset } from './Dataset.ts';
import { DatasetHeader } from './datasetHeader.ts';
import { DATASET_MAGIC, DATASET_PREFIX_BYTES, DATASET_VERSION, roundUp } from './encodeDataset.ts';

/**
 * Features and targets lie in memory that `createBuffer` gives: shared, where a thread reads them
 * too. Throws StudioError `invalid-dataset` for anything but a whole, consistent dataset.
 */
export function decodeDataset(
  bytes: Uint8Array,
  createBuffer: (bytes: number) => ArrayBufferLike = (size) => new ArrayBuffer(size),
): Dataset {
  const { header, featuresAt } = readHeader(bytes);
  const values = header.samples * sizeOf(header.sampleShape);
  const featureBytes = header.dtype === 'uint8' ? values : 4 * values;
  const targetsAt = featuresAt + roundUp(featureBytes, 4);
  const expected = targetsAt + 4 * header.samples;
  if (bytes.length !== expected) {
    throw damaged(`it must be ${expected} bytes long and is ${bytes.length}`);
  }
  // Copies: aligned for the wider types, and independent of the caller's buffer (Node's
  // Buffer.slice would share it).
  const copy = (start: number, length: number) => {
    const part = new Uint8Array(createBuffer(length));
    part.set(bytes.subarray(start, start + length));
    return part;
  };
  const features = copy(featuresAt, featureBytes);
  const targets = copy(targetsAt, 4 * header.samples);
  const { dtype, ...rest } = header;
  const dataset: Dataset = {
    ...rest,
    features: dtype === 'uint8' ? features : new Float32Array(features.buffer),
    targets:
      header.target.kind === 'class'
        ? new Int32Array(targets.buffer)
        : new Float32Array(targets.buffer),
  };
  checkConsistent(dataset);
  return dataset;
}

function readHeader(bytes: Uint8Array): { header: DatasetHeader; featuresAt: number } {
  const magic = strFromU8(bytes.subarray(0, DATASET_MAGIC.length), true);
  if (bytes.length < DATASET_PREFIX_BYTES || magic !== DATASET_MAGIC) {
    throw damaged(`it does not begin with "${DATASET_MAGIC}"`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = view.getUint32(8, true);
  if (version !== DATASET_VERSION) {
    throw damaged(`its version is ${version}, and this studio reads ${DATASET_VERSION}`);
  }
  const featuresAt = DATASET_PREFIX_BYTES + view.getUint32(12, true);
  if (featuresAt > bytes.length) throw damaged('it ends inside its header');
  const text = strFromU8(bytes.subarray(DATASET_PREFIX_BYTES, featuresAt));
  return { header: parseHeader(text), featuresAt };
}

function parseHeader(text: string): DatasetHeader {
  try {
    return DatasetHeader.parse(JSON.parse(text));
  } catch (cause) {
    throw damaged('its header is malformed', cause);
  }
}

function checkConsistent(dataset: Dataset): void {
  const { target, targets, samples, givenTestSamples, features, featureNames } = dataset;
  if (givenTestSamples >= samples) throw damaged('its test part leaves no other samples');
  if (dataset.kind === 'table' && featureNames.length !== sizeOf(dataset.sampleShape)) {
    throw damaged(`it names ${featureNames.length} features of ${sizeOf(dataset.sampleShape)}`);
  }
  if (features instanceof Float32Array && !features.every(Number.isFinite)) {
    throw damaged('a feature is not a finite number');
  }
  if (target.kind === 'number') {
    if (!targets.every(Number.isFinite)) throw damaged('a target is not a finite number');
    return;
  }
  const counts = new Array<number>(target.labels.length).fill(0);
  for (const index of targets) {
    if (!(index in counts)) throw damaged(`class ${index} is none of ${counts.length}`);
    counts[index] += 1;
  }
  if (counts.join() !== target.counts.join()) throw damaged('its class counts do not add up');
}

function damaged(reason: string, cause?: unknown): StudioError {
  return new StudioError('invalid-dataset', `The stored dataset is damaged: ${reason}.`, {
    hint: 'Remove it from the library and import it again.',
    cause,
  });
}
