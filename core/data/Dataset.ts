/**
 * A dataset in memory: typed arrays, one row a sample, one member of the union a kind.
 *
 * Every kind has targets and columns; only what a sample is made of differs. Images stay bytes
 * (0..255) and texts UTF-8 until a minibatch is assembled: a quarter of the memory, the input of
 * augmentation, and what a reader can write as it reads.
 */
import type { DatasetTarget } from '../contract/DatasetInfo.ts';

/**
 * A column of a table. Missing values are NaN whatever the type; `category` values are indices into
 * `labels`, `date` values days since 1970-01-01 UTC.
 */
export interface Column {
  readonly name: string;
  readonly type: 'number' | 'category' | 'date';
  /** Of a category, none other has them. */
  readonly labels?: readonly string[] | undefined;
}

/** What a person changed; targets and class counts of the dataset are as they are now. */
export interface Overlay {
  /** [N] 1 for an excluded sample: it keeps its place and is in no split. */
  readonly excluded: Uint8Array;
  /**
   * [N] as the dataset came. Splits are drawn by these, so that a corrected target moves no sample
   * into another split.
   */
  readonly importedTargets: Int32Array | Float32Array;
}

interface Samples {
  /** N. */
  readonly samples: number;
  readonly target: DatasetTarget;
  /** [N] class indices (Int32Array) or numbers (Float32Array). */
  readonly targets: Int32Array | Float32Array;
  /**
   * What is known of each sample besides its target: the features of a table; of images and texts
   * what can group, order or filter them.
   */
  readonly columns: readonly Column[];
  /** [N, columns] row-major. */
  readonly values: Float32Array;
  /**
   * [N] 0 training, 1 validation, 2 test, as folders, files or a column say; null where nothing
   * does. What is 2 is the sealed split whatever an experiment says.
   */
  readonly givenSplits: Uint8Array | null;
  /** What the reader noticed and a person should know. */
  readonly warnings: readonly string[];
  /** Absent where nobody changed a sample, and in every encoded form. */
  readonly overlay?: Overlay | undefined;
}

export interface ImageDataset extends Samples {
  readonly kind: 'image';
  /** [channels, height, width]. */
  readonly sampleShape: readonly number[];
  /** [N, ...sampleShape] row-major. */
  readonly images: Uint8Array;
}

export interface TableDataset extends Samples {
  readonly kind: 'table';
}

export interface TextDataset extends Samples {
  readonly kind: 'text';
  /** UTF-8, one text behind the other. */
  readonly texts: Uint8Array;
  /** [N + 1] where each text begins, and where the last one ends. */
  readonly offsets: Uint32Array;
}

export type Dataset = ImageDataset | TableDataset | TextDataset;
