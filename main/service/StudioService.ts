/**
 * The studio service: everything the studio does, behind one door of requests and one stream of
 * events.
 *
 * Plain Node code without Electron. A window reaches it through process.ts in a process of its own;
 * the terminal and the tests use it directly. To follow a request: dispatch.ts, then methods/, then
 * runs/ or library/, then store/.
 */
import { join, resolve } from 'node:path';
import { StudioError } from '../../core/contract/StudioError.ts';
import type { StudioEvent } from '../../core/contract/StudioEvent.ts';
import { createDevices } from './devices/Devices.ts';
import { dispatch } from './dispatch.ts';
import { createBundledExperiments } from './library/bundledExperiments.ts';
import { createBundledSamples } from './library/bundledSamples.ts';
import { createDatasetLibrary } from './library/DatasetLibrary.ts';
import { locateRunDataset } from './library/findDataset.ts';
import { createImports } from './library/Imports.ts';
import { createModelLibrary } from './library/ModelLibrary.ts';
import { createOpenedDatasets } from './library/OpenedDatasets.ts';
import { withEditedState } from './library/withEditedState.ts';
import { augmentationMethods } from './methods/augmentationMethods.ts';
import { datasetMethods } from './methods/datasetMethods.ts';
import { deviceMethods } from './methods/deviceMethods.ts';
import { experimentMethods } from './methods/experimentMethods.ts';
import { fileMethods } from './methods/fileMethods.ts';
import { modelMethods } from './methods/modelMethods.ts';
import { preferenceMethods } from './methods/preferenceMethods.ts';
import { runMethods } from './methods/runMethods.ts';
import { studioMethods } from './methods/studioMethods.ts';
import { templateMethods } from './methods/templateMethods.ts';
import type { GpuWay } from './runs/GpuWay.ts';
import { gpuWays } from './runs/gpuWays.ts';
import { initialModelOf } from './runs/initialModelOf.ts';
import { markOrphans } from './runs/markOrphans.ts';
import { createRunQueue } from './runs/RunQueue.ts';
import type { RunSessionOptions } from './runs/RunSession.ts';
import { fastestTrainers } from './runs/startFastestTrainer.ts';
import { startGpuTrainer } from './runs/startGpuTrainer.ts';
import { createTrainerJobs } from './runs/TrainerJobs.ts';
import { startTrainer, type TrainerProgram } from './runs/TrainerProcess.ts';
import type { TrainerWindows } from './runs/TrainerWindows.ts';
import type { Methods, ServiceContext } from './ServiceContext.ts';
import { openStore } from './store/openStore.ts';

export interface StudioServiceOptions {
  /** The folder of store and datasets; made when missing. */
  readonly home: string;
  /** Holds samples/ and experiments/. */
  readonly resources: string;
  readonly version: string;
  readonly trainerEntry: string;
  /** Of training against other processes, as os.setPriority takes it; the usual one when absent. */
  readonly trainerPriority?: number;
  readonly importerEntry: string;
  /** Whether trainer processes can compute on a graphics card: in plain Node, not within Electron. */
  readonly gpu?: boolean;
  /** Where trainings on the GPU take place that processes cannot do; none when absent. */
  readonly trainerWindows?: TrainerWindows;
  /** Beside the windows: what runs a trainer that reaches the card by Dawn; none when absent. */
  readonly plainNode?: string | null;
  /** Milliseconds since 1970; the system's clock when absent. */
  readonly now?: () => number;
  /** How long a trainer may take to hear a stop before it is killed. */
  readonly graceMilliseconds?: number;
}

export interface StudioService {
  /** Rejects with nothing but StudioError. */
  request(method: string, params: unknown): Promise<unknown>;
  /** Returns the function that ends the subscription. */
  onEvent(listener: (event: StudioEvent) => void): () => void;
  /** Stops runs and imports, waits for them, and closes the store. */
  close(): Promise<void>;
}

const GRACE_MILLISECONDS = 15_000;

/** Throws StudioError `storage` when the store cannot be used. */
export function createStudioService(options: StudioServiceOptions): StudioService {
  const listeners = new Set<(event: StudioEvent) => void>();
  const emit = (event: StudioEvent) => {
    for (const listener of listeners) listener(event);
  };
  const context = createContext(options, emit);
  markOrphans(context.store, context.now());
  // A folder that stays for now is swept by a later import or start.
  void context.library.sweep().catch(() => undefined);
  const methods: Methods = {
    ...studioMethods(context),
    ...deviceMethods(context),
    ...datasetMethods(context),
    ...experimentMethods(context),
    ...augmentationMethods(context),
    ...templateMethods(context),
    ...runMethods(context),
    ...modelMethods(context),
    ...fileMethods(),
    ...preferenceMethods(context),
  };
  let closing: Promise<void> | null = null;
  return {
    request: async (method, params) => {
      if (closing) throw new StudioError('busy', 'The studio is closing.');
      return dispatch(methods, method, params);
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close() {
      closing ??= closeContext(context);
      return closing;
    },
  };
}

function createContext(
  options: StudioServiceOptions,
  emit: (event: StudioEvent) => void,
): ServiceContext {
  const { resources, version, importerEntry } = options;
  const { trainerWindows: windows, plainNode: node, gpu = false } = options;
  const program = { entry: options.trainerEntry, priority: options.trainerPriority ?? 0, gpu };
  const dawn = windows && node ? { ...program, node, gpu: true } : null;
  const { now = Date.now, graceMilliseconds = GRACE_MILLISECONDS } = options;
  const home = resolve(options.home);
  const samples = createBundledSamples(resources);
  const experiments = createBundledExperiments(resources);
  const store = openStore(join(home, 'studio.db'));
  const reserved = samples.list().map(({ id }) => id);
  const library = createDatasetLibrary({
    home,
    now,
    reserved,
    withEdits: (imported) => {
      const state = store.edits.current({ dataset: imported.id, importedHash: imported.hash });
      return state ? withEditedState(imported, state) : imported;
    },
  });
  const opened = createOpenedDatasets({ library, store });
  const models = createModelLibrary(home, now);
  const queue = createRunQueue({
    store,
    startTrainer: windows
      ? onGpuOrCpu(gpuWays({ windows, dawn }), program)
      : startTrainer.bind(null, program),
    locateDataset: (run) => locateRunDataset({ library, store }, run),
    locateInitialModel: (run) => initialModelOf(models, run.spec),
    timesDevices: gpu || windows !== undefined,
    gpuReachedBy: `${windows ? 'window' : 'process'}${dawn ? ', Dawn' : ''} of ${version}`,
    emit,
    now,
    graceMilliseconds,
  });
  const jobs = createTrainerJobs(program);
  const dawnJobs = dawn && createTrainerJobs(dawn);
  const devices = createDevices({ jobs, windows, dawnJobs, gpu, emit });
  return {
    home,
    version,
    resources,
    importerEntry,
    gpu: gpu || windows !== undefined,
    store,
    library,
    imports: createImports(),
    opened,
    samples,
    experiments,
    models,
    queue,
    jobs,
    dawnJobs,
    devices,
    now,
    emit,
  };
}

/** What needs the GPU, or may, is trained by one of the ways to it; everything else in a process. */
function onGpuOrCpu(
  ways: readonly GpuWay[],
  program: TrainerProgram,
): RunSessionOptions['startTrainer'] {
  const startFastest = fastestTrainers({ ways, program });
  return (job, onMessage) => {
    if (job.executor === 'gpujs') return startGpuTrainer(ways, job, { onMessage });
    if (job.executor === 'fastest') return startFastest(job, onMessage);
    return startTrainer(program, job, onMessage);
  };
}

async function closeContext(context: ServiceContext): Promise<void> {
  const { queue, imports, jobs, dawnJobs, store } = context;
  await Promise.all([queue.close(), imports.close()]);
  await Promise.all([jobs.close(), dawnJobs?.close()]);
  store.close();
}
