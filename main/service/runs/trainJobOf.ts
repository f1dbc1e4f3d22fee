/** What a trainer is told to train: a run, from its start or from where its state is kept. */
import type { ExperimentSpec } from '../../../core/contract/ExperimentSpec.ts';
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import type { DatasetFile, ExecutorChoice, TrainJob } from '../../trainer/TrainerProtocol.ts';
import type { Store } from '../store/openStore.ts';

export interface TrainJobOptions {
  readonly store: Store;
  /** Of the library; throws StudioError when the dataset is gone. */
  readonly locateDataset: (run: RunRecord) => DatasetFile;
  /** The model file that it starts from, if any; throws StudioError when it is gone. */
  readonly locateInitialModel: (run: RunRecord) => string | null;
}

/** `backend`: the one way to the GPU that it is to stay on. */
export type TrainingDevice = Pick<TrainJob, 'executor' | 'backend'>;

export function trainJobOf(
  run: RunRecord,
  device: TrainingDevice,
  { store, locateDataset, locateInitialModel }: TrainJobOptions,
): TrainJob {
  return {
    job: 'train',
    spec: run.spec,
    dataset: locateDataset(run),
    ...device,
    initialModel: locateInitialModel(run),
    learningRateChanges: run.learningRateChanges,
    from: resumePoint(run, store),
  };
}

/** A run that has a position is one that goes on. */
function resumePoint(run: RunRecord, { checkpoints, metrics, positions }: Store) {
  const { id, last, position, learningRateChanges } = run;
  if (!position) return null;
  const inside = positions.get(id);
  const epoch = last?.epoch ?? 0;
  return {
    epoch,
    checkpoint: inside ? inside.data : checkpoints.get(id, epoch).data,
    validationLosses: metrics.listValidationLosses(id),
    unfinished: inside ? inside.sums : null,
    learningRateChanges,
  };
}

/** `gpu` is refused before a run is made where trainers cannot reach one. */
export function executorFor({ device }: Pick<ExperimentSpec, 'device'>): ExecutorChoice {
  return ({ auto: 'onnx', cpu: 'onnx', gpu: 'gpujs', reference: 'reference' } as const)[device];
}

/**
 * A run that goes on stays where it was, by the same way: another device would not give the same bits.
 * `timesDevices`: whether a device that is to be chosen is chosen by measuring.
 */
export function trainingDevice(
  { spec, executor: before }: Pick<RunRecord, 'spec' | 'executor'>,
  timesDevices: boolean,
): TrainingDevice {
  const isChosen = spec.device === 'auto' && timesDevices;
  const executor = isChosen ? (before?.name ?? 'fastest') : executorFor(spec);
  const stays = before?.backend && before.name === executor;
  return { executor, ...(stays && { backend: before.backend }) };
}
