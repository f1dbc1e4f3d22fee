/** Images in numbers: how bright, what never changes, and what a class looks like on average. */
import type { ImageStatistics } from '../../contract/DatasetStatistics.ts';
import { sizeOf } from '../../graph/Tensor.ts';
import type { ImageDataset } from '../Dataset.ts';
import { numberStatistics } from './numberStatistics.ts';

const MOST_MEAN_BYTES = 4_000_000;

/** Throws for a dataset without samples, which no reader makes. */
export function imageStatistics(dataset: ImageDataset): ImageStatistics {
  const size = sizeOf(dataset.sampleShape);
  const brightness = numberStatistics(meanBytes(dataset, size));
  if (!brightness) throw new Error('There are no images.');
  return {
    brightness,
    pixels: size,
    constantPixels: countConstant(dataset.images, size),
    means: meanImages(dataset, size),
  };
}

function meanBytes({ samples, images }: ImageDataset, size: number): Float64Array {
  return Float64Array.from({ length: samples }, (_, index) => {
    let sum = 0;
    for (let at = index * size; at < (index + 1) * size; at++) sum += images[at];
    return sum / size;
  });
}

function countConstant(images: Uint8Array, size: number): number {
  const varies = new Uint8Array(size);
  for (let start = size; start < images.length; start += size) {
    for (let place = 0; place < size; place++) {
      if (images[start + place] !== images[place]) varies[place] = 1;
    }
  }
  return varies.reduce((count, one) => count + 1 - one, 0);
}

function meanImages(dataset: ImageDataset, size: number): ImageStatistics['means'] {
  const { samples, images, target, targets } = dataset;
  const labels = target.kind === 'class' ? target.labels : [null];
  const shown = labels.slice(0, Math.max(1, Math.floor(MOST_MEAN_BYTES / size)));
  const sums = new Float64Array(shown.length * size);
  const counts = new Uint32Array(shown.length);
  for (let index = 0; index < samples; index++) {
    const group = target.kind === 'class' ? targets[index] : 0;
    if (group >= shown.length) continue;
    counts[group] += 1;
    for (let place = 0; place < size; place++) {
      sums[group * size + place] += images[index * size + place];
    }
  }
  return shown.map((label, group) => ({
    label,
    count: counts[group],
    pixels: Uint8Array.from(sums.subarray(group * size, (group + 1) * size), (sum) =>
      Math.round(sum / Math.max(1, counts[group])),
    ),
  }));
}
