import type { SampleInfo } from '../../core/contract/DatasetInfo.ts';
import type { Dataset } from '../../core/data/Dataset.ts';

/**
 * A bundled sample before it is built: what people read about it, and how its source file becomes a
 * dataset.
 */
export interface SampleSource {
  readonly about: Pick<
    SampleInfo,
    'id' | 'name' | 'description' | 'license' | 'source' | 'experiment'
  >;
  /** In resources/samples/sources. */
  readonly sourceFile: string;
  build(source: Uint8Array): Dataset;
}
