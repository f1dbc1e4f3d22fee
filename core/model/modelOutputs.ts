import { applyNormalizer } from '../data/applyNormalizer.ts';
import type { Executor, TensorData } from '../executors/Executor.ts';
import { predictionProgram } from '../training/inferenceProgram.ts';
import type { ModelFile } from './ModelFile.ts';

type Runnable = Pick<ModelFile, 'model' | 'weights'> & {
  readonly input: Pick<ModelFile['input'], 'normalizer'>;
};

/**
 * What the last layer gives for samples of raw values, each [...sampleShape] row-major and of the
 * right length: normalised, then through the network in inference mode, one at a time.
 */
export async function modelOutputs(
  { model, input, weights }: Runnable,
  samples: readonly ArrayLike<number>[],
  executor: Executor,
): Promise<TensorData[]> {
  const executable = await executor.compile(predictionProgram({ model, batchSize: 1 }));
  try {
    const outputs: TensorData[] = [];
    // A checkpoint may hold the optimizer's state too.
    const tensors = [...model.parameters, ...model.buffers];
    const own = Object.fromEntries(tensors.map(({ name }) => [name, weights[name]]));
    for (const values of samples) {
      const results = await executable.run({
        ...own,
        input: applyNormalizer(values, input.normalizer),
      });
      outputs.push(results.output);
    }
    return outputs;
  } finally {
    await executable.dispose();
  }
}
