/**
 * What a person may decide about an import; whatever is left out is found by looking at the data.
 *
 * One object for every format: an option that does not belong to the format that is read is refused
 * where it would change nothing, never ignored.
 */
import { z } from 'zod';
import { LocalizedText } from './primitives.ts';

/**
 * `csv`: a table or texts, whatever the delimiter. `images`: a folder with one folder a class.
 * `zip`: an archive of such a folder. `npy`: also NPZ.
 */
export const ImportFormat = z.enum(['csv', 'jsonLines', 'images', 'zip', 'idx', 'npy', 'parquet']);
export type ImportFormat = z.infer<typeof ImportFormat>;

/** `cp949` holds EUC-KR, and `windows-1252` Latin 1. */
export const TextEncoding = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'cp949', 'windows-1252']);
export type TextEncoding = z.infer<typeof TextEncoding>;

export const Delimiter = z.enum([',', ';', '\t', '|']);
export type Delimiter = z.infer<typeof Delimiter>;

/** What stands before the fraction of a number; the other one may group its digits. */
export const DecimalMark = z.enum(['point', 'comma']);
export type DecimalMark = z.infer<typeof DecimalMark>;

/** Around cells that hold a delimiter, or letters like all others. */
export const Quotes = z.enum(['enclose', 'letters']);
export type Quotes = z.infer<typeof Quotes>;

/** Whether the first row holds names, or a sample. */
export const Header = z.enum(['yes', 'no']);
export type Header = z.infer<typeof Header>;

/** What becomes of an image of another size than its dataset's. */
export const ImageFit = z.enum(['stretch', 'crop', 'pad']);
export type ImageFit = z.infer<typeof ImageFit>;

/** `date` becomes days since 1970-01-01; `skip` leaves the column out. */
export const ImportColumnType = z.enum(['number', 'category', 'date', 'skip']);
export type ImportColumnType = z.infer<typeof ImportColumnType>;

const ColumnName = z.string().max(10_000);

export const ImportOptions = z.strictObject({
  format: ImportFormat.optional(),
  encoding: TextEncoding.optional(),
  delimiter: Delimiter.optional(),
  /** Of every column. Absent: found in each, where its numbers can be read in one way alone. */
  decimal: DecimalMark.optional(),
  header: Header.optional(),
  quotes: Quotes.optional(),
  /** The column to predict. Absent: the one named like a target, else the last that is no date. */
  target: ColumnName.optional(),
  /** Absent: classes for texts and for a few whole numbers, a number to regress for all others. */
  task: z.enum(['classification', 'regression']).optional(),
  /** The column of texts, which makes it a text dataset. */
  text: ColumnName.optional(),
  /** Types of single columns, in place of the ones found. */
  columns: z
    .array(z.strictObject({ name: ColumnName, type: ImportColumnType }))
    .max(100_000)
    .optional(),
  /** The column that says train, validation or test of each row. */
  splitColumn: ColumnName.optional(),
  /**
   * Rows with a missing feature. `keep`: it stays missing until preprocessing fills it from the
   * training split alone. `drop`: the row is left out. Rows without a target are always left out.
   */
  missing: z.enum(['keep', 'drop']).default('keep'),
  /** Rows with more or fewer fields than the header. `drop`: they are left out. */
  ragged: z.enum(['refuse', 'drop']).default('refuse'),
  /** Images that cannot be read. `drop`: they are left out. */
  damaged: z.enum(['refuse', 'drop']).default('refuse'),
  /**
   * [height, width] of all images. Absent: the size that most have, else a square of the median
   * side.
   */
  size: z.tuple([z.number().int().min(1).max(1024), z.number().int().min(1).max(1024)]).optional(),
  fit: ImageFit.default('stretch'),
  /** Absent: grey where every image looked at is grey. */
  color: z.enum(['rgb', 'grey']).optional(),
});
export type ImportOptions = z.infer<typeof ImportOptions>;
/** As a caller writes them: every option may be left out. */
export type ImportChoices = z.input<typeof ImportOptions>;

/** What of an import a form draws: a format, and which options it has. */
export const ImportFormatDescriptor = z.strictObject({
  format: ImportFormat,
  label: LocalizedText,
  summary: LocalizedText,
  /** Endings of its files, with the dot; empty for a folder. */
  extensions: z.array(z.string()),
  options: z.array(ImportOptions.keyof()),
});
export type ImportFormatDescriptor = z.infer<typeof ImportFormatDescriptor>;

export const ImportOptionDescriptor = z.strictObject({
  name: ImportOptions.keyof(),
  /**
   * `choice`: one of `choices`. `column`: one column's name. `columnTypes`: one of `choices` for
   * each column. `size`: [height, width].
   */
  kind: z.enum(['choice', 'column', 'columnTypes', 'size']),
  choices: z.array(z.strictObject({ value: z.string(), label: LocalizedText })).optional(),
  label: LocalizedText,
  help: LocalizedText,
});
export type ImportOptionDescriptor = z.infer<typeof ImportOptionDescriptor>;
