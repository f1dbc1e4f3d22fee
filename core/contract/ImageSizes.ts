/** How large the images of a folder or an archive were before all of them got one size. */
import { z } from 'zod';
import { NumberStatistics } from './DatasetStatistics.ts';

const Pixels = z.number().int().positive();

export const ImageSizes = z.strictObject({
  /** Different ones. */
  distinct: z.number().int().positive(),
  /** The most frequent first, at most 5. */
  most: z
    .array(z.strictObject({ height: Pixels, width: Pixels, count: z.number().int().positive() }))
    .min(1)
    .max(5),
  widths: NumberStatistics,
  heights: NumberStatistics,
});
export type ImageSizes = z.infer<typeof ImageSizes>;
