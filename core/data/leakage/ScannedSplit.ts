import type { SplitSpec } from '../../contract/ExperimentSpec.ts';
import type { Dataset } from '../Dataset.ts';

/** What every search of the scanner works with. */
export interface ScannedSplit {
  readonly dataset: Dataset;
  /** See splitOf. */
  readonly places: Uint8Array;
  /** How the split was drawn. */
  readonly split: SplitSpec;
  /** Columns that do not enter the model. */
  readonly excluded: ReadonlySet<string>;
}
