import type { RawSample } from '../contract/RawSample.ts';
import type { Executor, TensorData } from '../executors/Executor.ts';
import { createSampleEncoder } from '../preprocessing/encodeSample.ts';
import { predictionProgram } from '../training/inferenceProgram.ts';
import type { ModelFile } from './ModelFile.ts';

type Runnable = Pick<ModelFile, 'model' | 'weights' | 'input'>;

/**
 * What the last layer gives for raw samples: encoded, then through the network in inference mode,
 * one at a time. Throws as createSampleEncoder does.
 */
export async function modelOutputs(
  { model, input, weights }: Runnable,
  samples: readonly RawSample[],
  executor: Executor,
): Promise<TensorData[]> {
  const executable = await executor.compile(predictionProgram({ model, batchSize: 1 }));
  try {
    const outputs: TensorData[] = [];
    // A checkpoint may hold the optimizer's state too.
    const tensors = [...model.parameters, ...model.buffers];
    const own = Object.fromEntries(tensors.map(({ name }) => [name, weights[name]]));
    const encode = createSampleEncoder(input);
    for (const sample of samples) {
      const results = await executable.run({ ...own, input: encode(sample) });
      outputs.push(results.output);
    }
    return outputs;
  } finally {
    await executable.dispose();
  }
}
