/** A way to the graphics card, as a run sees it: by what it is reached, and who trains there. */
import type { GpuBackend } from '../../../core/contract/DeviceProblem.ts';
import type { TimingRequest, TrainerMessage, TrainJob } from '../../trainer/TrainerProtocol.ts';
import type { TrainerProcess } from './TrainerProcess.ts';

export interface GpuTrainer extends TrainerProcess {
  /** To one whose job is timed. */
  tellTurn(request: TimingRequest): void;
}

export interface GpuWay {
  readonly backend: GpuBackend;
  /** What it cannot do ends with `gpu-failed`, or without a word. */
  start(job: TrainJob, onMessage: (message: TrainerMessage) => void): GpuTrainer;
}
