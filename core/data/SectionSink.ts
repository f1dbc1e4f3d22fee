/**
 * Where a reader puts the arrays of a dataset as it reads them: into memory, or into the file of a
 * library.
 */

import type { DatasetTarget } from '../contract/DatasetInfo.ts';
import type { ImageFit } from '../contract/ImportOptions.ts';
import type { Column } from './Dataset.ts';
import type { SectionName } from './datasetSections.ts';

export interface SectionSink {
  /** Takes the bytes before it returns: the caller may use the array again. */
  write(section: SectionName, bytes: Uint8Array): void;
}

/** All that is known of a dataset beside its arrays when the last of them is written. */
export interface DatasetSummary {
  readonly kind: 'image' | 'table' | 'text';
  readonly samples: number;
  /** Of images. */
  readonly sampleShape?: readonly number[];
  /** Of images, where they were not stretched. */
  readonly fit?: Exclude<ImageFit, 'stretch'>;
  readonly target: DatasetTarget;
  readonly columns: readonly Column[];
  readonly warnings: readonly string[];
  /** Missing values of each column. */
  readonly missing: readonly number[];
}
