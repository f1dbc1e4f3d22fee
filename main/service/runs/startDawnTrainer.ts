import type { TrainerMessage, TrainJob } from '../../trainer/TrainerProtocol.ts';
import type { GpuTrainer } from './GpuWay.ts';
import { openTrainer, type TrainerProgram } from './TrainerProcess.ts';

/** Trains in a process of plain Node, on the GPU by Dawn. */
export function startDawnTrainer(
  program: TrainerProgram,
  job: TrainJob,
  onMessage: (message: TrainerMessage) => void,
): GpuTrainer {
  const trainer = openTrainer(program, onMessage);
  trainer.ask({ kind: 'start', job });
  return { ...trainer, tellTurn: trainer.ask };
}
