/** What the methods of the service work with; one a service. */

import type { ParsedParams, StudioMethod, StudioResult } from '../../core/contract/StudioApi.ts';
import type { StudioEvent } from '../../core/contract/StudioEvent.ts';
import type { Devices } from './devices/Devices.ts';
import type { BundledExperiments } from './library/bundledExperiments.ts';
import type { BundledSamples } from './library/bundledSamples.ts';
import type { DatasetLibrary } from './library/DatasetLibrary.ts';
import type { Imports } from './library/Imports.ts';
import type { ModelLibrary } from './library/ModelLibrary.ts';
import type { OpenedDatasets } from './library/OpenedDatasets.ts';
import type { RunQueue } from './runs/RunQueue.ts';
import type { TrainerJobs } from './runs/TrainerJobs.ts';
import type { Store } from './store/openStore.ts';

export interface ServiceContext {
  readonly home: string;
  readonly version: string;
  /** The folder with what comes with the program. */
  readonly resources: string;
  readonly importerEntry: string;
  /** Whether runs can be trained on a graphics card. */
  readonly gpu: boolean;
  readonly store: Store;
  readonly library: DatasetLibrary;
  readonly imports: Imports;
  readonly opened: OpenedDatasets;
  readonly samples: BundledSamples;
  readonly experiments: BundledExperiments;
  readonly models: ModelLibrary;
  readonly queue: RunQueue;
  readonly jobs: TrainerJobs;
  /** In plain Node, by Dawn; null where there is none beside the windows. */
  readonly dawnJobs: TrainerJobs | null;
  readonly devices: Devices;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly emit: (event: StudioEvent) => void;
}

/** One function for each of the contract's methods; parameters arrive parsed. */
export type Methods<M extends StudioMethod = StudioMethod> = {
  readonly [Name in M]: (
    params: ParsedParams<Name>,
  ) => StudioResult<Name> | Promise<StudioResult<Name>>;
};

/** The part of the methods whose names begin with `Area.`. */
export type MethodsOf<Area extends string> = Methods<Extract<StudioMethod, `${Area}.${string}`>>;
