/** What a reader of foreign files works with in the importer process. */
import type { ImportOptions } from '../../../../core/contract/ImportOptions.ts';
import type { SectionName } from '../../../../core/data/datasetSections.ts';
import type { DatasetWriter } from './DatasetWriter.ts';

export interface ImportContext {
  readonly path: string;
  /** The last part of the path, for messages. */
  readonly name: string;
  readonly options: ImportOptions;
  /** The share of the input that is read, in [0, 1], and the rows or images so far. */
  readonly progress: (fraction: number, rows: number) => void;
  /** A new one throws away what the one before has written. */
  readonly createWriter: (largest: SectionName) => DatasetWriter;
}

/** Looking into a file writes nothing. */
export type InspectContext = Pick<ImportContext, 'path' | 'name' | 'options'>;
