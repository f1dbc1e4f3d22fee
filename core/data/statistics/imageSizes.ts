import type { ImageSizes } from '../../contract/ImageSizes.ts';
import { numberStatistics } from './numberStatistics.ts';

const MOST_NAMED = 5;

/**
 * The sizes of images as they were in their files. Throws where there is none.
 *
 * @param sizes [N, 2] height and width, in the order of the samples.
 */
export function imageSizes(sizes: readonly number[]): ImageSizes {
  const heights = Float64Array.from({ length: sizes.length / 2 }, (_, at) => sizes[2 * at]);
  const widths = Float64Array.from({ length: sizes.length / 2 }, (_, at) => sizes[2 * at + 1]);
  const counts = new Map<string, { height: number; width: number; count: number }>();
  for (const [at, height] of heights.entries()) {
    const width = widths[at];
    const key = `${height} ${width}`;
    const known = counts.get(key);
    if (known) known.count += 1;
    else counts.set(key, { height, width, count: 1 });
  }
  const [ofWidths, ofHeights] = [numberStatistics(widths), numberStatistics(heights)];
  if (!ofWidths || !ofHeights) throw new Error('There are no images.');
  const most = [...counts.values()].sort((a, b) => b.count - a.count).slice(0, MOST_NAMED);
  return { distinct: counts.size, most, widths: ofWidths, heights: ofHeights };
}
