/**
 * What a file or folder looks like before it is imported, with the choices that an import would
 * make by itself.
 *
 * Read from a first part of the data alone, so that it is there at once for a file of any size.
 */
import { z } from 'zod';
import {
  DecimalMark,
  Delimiter,
  Header,
  ImportColumnType,
  ImportFormat,
  Quotes,
  TextEncoding,
} from './ImportOptions.ts';
import { WayOut } from './StudioError.ts';

export const InspectedColumn = z.strictObject({
  name: z.string(),
  /** As it would be imported. */
  type: ImportColumnType,
  /** What it is for. */
  role: z.enum(['feature', 'target', 'text', 'split']),
  /** Empty cells and marks such as NA, of the rows looked at. */
  missing: z.number().int().nonnegative(),
  /** Different values of the rows looked at, counted up to 10,000. */
  distinct: z.number().int().nonnegative(),
});
export type InspectedColumn = z.infer<typeof InspectedColumn>;

export const InspectedClass = z.strictObject({
  label: z.string(),
  count: z.number().int().nonnegative(),
});

export const InspectedImage = z.strictObject({
  name: z.string(),
  label: z.string(),
  /** As in the file, after turning it upright. */
  height: z.number().int().positive(),
  width: z.number().int().positive(),
  /**
   * What it is in the file, in colour and at most 128 pixels high and wide; null where it is imported
   * as it is.
   */
  original: z
    .strictObject({
      /** [3, height, width] */
      shape: z.array(z.number().int().positive()).length(3),
      pixels: z.instanceof(Uint8Array),
    })
    .nullable(),
  /** As it would be imported: bytes of [channels, height, width] in the inspection's `shape`. */
  pixels: z.array(z.number().int().min(0).max(255)),
});

export type InspectedImage = z.infer<typeof InspectedImage>;
export type InspectedClass = z.infer<typeof InspectedClass>;

/** What an import with these choices stops at, known before it begins. */
export const ImportRefusal = z.strictObject({
  message: z.string(),
  /** What can be chosen instead; null where another use of `column` is it. */
  wayOut: WayOut.nullable(),
  column: z.string().nullable(),
});
export type ImportRefusal = z.infer<typeof ImportRefusal>;

export const FileInspection = z.strictObject({
  format: ImportFormat,
  kind: z.enum(['image', 'table', 'text']),
  /** Of text files. */
  encoding: TextEncoding.nullable(),
  delimiter: Delimiter.nullable(),
  /** Null where columns differ, where it must be chosen, and of other files than CSV. */
  decimal: DecimalMark.nullable(),
  /** Null of other files than CSV. */
  header: Header.nullable(),
  /** Null of other files than CSV. */
  quotes: Quotes.nullable(),
  target: z.string().nullable(),
  task: z.enum(['classification', 'regression']).nullable(),
  /** The column of texts. */
  text: z.string().nullable(),
  splitColumn: z.string().nullable(),
  /** At most 500 of them; `columnCount` says how many there are. */
  columns: z.array(InspectedColumn),
  columnCount: z.number().int().nonnegative(),
  /** The first rows as the file writes them, cut to 500 columns and 200 characters a cell. */
  rows: z.array(z.array(z.string())),
  /** Most frequent first, at most 100, of the samples looked at. */
  classes: z.array(InspectedClass),
  classCount: z.number().int().nonnegative(),
  /** [channels, height, width] of all images, as they would be imported. */
  shape: z.array(z.number().int().positive()).nullable(),
  /** Sizes of the images looked at, most frequent first, at most 20. */
  imageSizes: z.array(
    z.strictObject({
      height: z.number().int().positive(),
      width: z.number().int().positive(),
      count: z.number().int().positive(),
    }),
  ),
  images: z.array(InspectedImage),
  /** Samples looked at. */
  sampled: z.number().int().nonnegative(),
  /** Samples there are, where that is known without reading everything. */
  samples: z.number().int().nonnegative().nullable(),
  /** Null for a folder, whose files are not all measured. */
  bytes: z.number().int().nonnegative().nullable(),
  warnings: z.array(z.string()),
  /** Empty where nothing that was looked at stands in the way. */
  refusals: z.array(ImportRefusal),
});
export type FileInspection = z.infer<typeof FileInspection>;
