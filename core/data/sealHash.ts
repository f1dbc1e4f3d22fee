import { strToU8 } from 'fflate';
import { sizeOf } from '../graph/Tensor.ts';
import { bytesOf } from './bytesOf.ts';
import type { Dataset } from './Dataset.ts';
import { sha256 } from './sha256.ts';

/**
 * What seals a test split: sha256 over the indices of its samples and all that the dataset holds of
 * them. Two runs with one seal are judged by the same samples. Null for an empty split.
 */
export function sealHash(dataset: Dataset, test: Int32Array): string | null {
  if (test.length === 0) return null;
  const { kind, columns, values, targets } = dataset;
  const width = columns.length;
  const parts: Uint8Array[] = [strToU8(kind), bytesOf(test)];
  for (const index of test) {
    parts.push(bytesOf(targets.subarray(index, index + 1)));
    parts.push(bytesOf(values.subarray(index * width, (index + 1) * width)));
    parts.push(contentOf(dataset, index));
  }
  return sha256(...parts);
}

function contentOf(dataset: Dataset, index: number): Uint8Array {
  switch (dataset.kind) {
    case 'image': {
      const size = sizeOf(dataset.sampleShape);
      return dataset.images.subarray(index * size, (index + 1) * size);
    }
    case 'table':
      return new Uint8Array();
    case 'text': {
      const text = dataset.texts.subarray(dataset.offsets[index], dataset.offsets[index + 1]);
      return new Uint8Array([...bytesOf(Uint32Array.of(text.length)), ...text]);
    }
    default:
      return dataset satisfies never;
  }
}
