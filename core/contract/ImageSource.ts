/** An image that a person brings for a prediction, and what becomes of it. */
import { z } from 'zod';

const Coordinate = z.number().min(-1).max(2);

export const ImageSource = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('file'),
    path: z.string().min(1).max(4096),
    /** Light becomes dark: for black ink on white paper, where a model knows white on black. */
    isInverted: z.boolean(),
  }),
  /** Lines on a square sheet whose sides are 1 long, (0, 0) at the top left. */
  z.strictObject({
    kind: z.literal('drawing'),
    /** [x, y] pairs of each line; one pair alone is a dot. */
    strokes: z
      .array(
        z
          .array(z.tuple([Coordinate, Coordinate]))
          .min(1)
          .max(10_000),
      )
      .max(1000),
    thickness: z.number().min(0.001).max(1),
  }),
]);
export type ImageSource = z.infer<typeof ImageSource>;
export type Drawing = Extract<ImageSource, { kind: 'drawing' }>;

export const FittedImage = z.strictObject({
  /** In colour and at most 128 pixels high and wide; null of a drawing. */
  original: z
    .strictObject({
      name: z.string(),
      /** Of the file, turned upright. */
      height: z.number().int().positive(),
      width: z.number().int().positive(),
      /** [3, height, width] of the pixels. */
      shape: z.array(z.number().int().positive()).length(3),
      pixels: z.instanceof(Uint8Array),
    })
    .nullable(),
  /** Bytes in the model's shape. */
  pixels: z.array(z.number().int().min(0).max(255)),
});
export type FittedImage = z.infer<typeof FittedImage>;
