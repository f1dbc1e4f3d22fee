/**
 * Lays open what a network makes of one sample, again and again while somebody edits it: the
 * dataset and the executor of the last question are kept, since the next is nearly always about the
 * same.
 */
import { readFileSync } from 'node:fs';
import type { ForwardPass } from '../../core/contract/ForwardPass.ts';
import type { Dataset } from '../../core/data/Dataset.ts';
import type { Executor } from '../../core/executors/Executor.ts';
import { readModelFile } from '../../core/model/readModelFile.ts';
import { decodeSafetensors } from '../../core/model/safetensors.ts';
import { forwardPass } from '../../core/training/inspection/forwardPass.ts';
import type { Checkpoint } from '../../core/training/TrainingEvent.ts';
import { createExecutor } from './createExecutor.ts';
import { readDatasetFile } from './readDatasetFile.ts';
import type { DatasetFile, ExecutorChoice, PassRequest } from './TrainerProtocol.ts';

export function answerPasses(): (request: PassRequest) => Promise<ForwardPass> {
  const datasetOf = keepingLast<DatasetFile, Dataset>(readDatasetFile);
  const executorOf = keepingLast<ExecutorChoice, Executor>(createExecutor);
  return async (request) => {
    const { spec, mode, split, place, sample, fault } = request;
    return forwardPass({
      ...{ spec, mode, split, place, sample, fault },
      dataset: await datasetOf(request.dataset),
      executor: await executorOf(request.executor),
      weights: weightsOf(request),
    });
  };
}

/** What failed is made again. */
function keepingLast<Key, Value>(make: (key: Key) => Promise<Value>) {
  let last: { readonly name: string; readonly value: Value } | null = null;
  return async (key: Key): Promise<Value> => {
    const name = JSON.stringify(key);
    if (last?.name === name) return last.value;
    // Let go of first: two large datasets need not fit.
    last = null;
    const value = await make(key);
    last = { name, value };
    return value;
  };
}

/** Of a run, else those of the imported model that the experiment starts from. */
function weightsOf({ checkpoint, initialModel }: PassRequest): Checkpoint | null {
  if (checkpoint) return decodeSafetensors(checkpoint);
  if (initialModel === null) return null;
  const { model, weights } = readModelFile(readFileSync(initialModel, 'utf8'));
  return Object.fromEntries(
    [...model.parameters, ...model.buffers].flatMap(({ name, shape }) => {
      const data = weights[name];
      return data ? [[name, { shape, data }]] : [];
    }),
  );
}
