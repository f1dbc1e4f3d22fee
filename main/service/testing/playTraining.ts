import { decodeWithHash } from '../../../core/data/decodeDataset.ts';
import { inlineChunkSource } from '../../../core/training/ChunkSource.ts';
import type { TrainingControl } from '../../../core/training/TrainingControl.ts';
import { createExecutor } from '../../trainer/createExecutor.ts';
import { expectedDataset } from '../../trainer/expectedDataset.ts';
import type { TrainerMessage } from '../../trainer/TrainerProtocol.ts';
import type { WindowStart } from '../../trainer/TrainerWindowProtocol.ts';
import { tellTraining } from '../../trainer/tellTraining.ts';

interface Played {
  readonly control: TrainingControl;
  send(message: TrainerMessage): Promise<void>;
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** What a window does that trains on the GPU, by the CPU under another name. */
export async function playTraining(
  { job, dataset, backend }: WindowStart,
  { control, send }: Played,
): Promise<void> {
  const cpu = await createExecutor('onnx');
  const executor = { ...cpu, name: 'gpujs', backend, detail: 'played' } as const;
  const trained = expectedDataset(job.dataset, decodeWithHash(dataset));
  const training = { job, dataset: trained, executor, initialWeights: undefined, control };
  await send(await tellTraining({ ...training, createSource: inlineChunkSource, send, turn }));
}
