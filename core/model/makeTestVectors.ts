/** Samples with their expected outputs, by which anybody can check a copy of a model. */
import type { Dataset } from '../data/Dataset.ts';
import { referenceExecutor } from '../executors/reference/ReferenceExecutor.ts';
import { sizeOf } from '../graph/Tensor.ts';
import { rawInputAt, rawSample } from '../preprocessing/RawInput.ts';
import type { ModelFile, TestVectors } from './ModelFile.ts';
import { modelOutputs } from './modelOutputs.ts';

const MOST_SAMPLES = 8;
/** Of all inputs together: some megabytes of JSON. */
const MOST_VALUES = 500_000;

/**
 * Ten times what float32 executors were measured to differ on networks of ten layers; a wrong
 * layer, option or order of values is off by far more.
 */
const TOLERANCE = 1e-5;

type Source = Pick<ModelFile, 'model' | 'weights' | 'input'>;

/**
 * At most 8 samples, evenly spread over `indices` of the dataset; outputs in float64. A sample that
 * the model turns into infinities or NaN is left out.
 */
export async function makeTestVectors(
  source: Source,
  dataset: Dataset,
  indices: Int32Array,
): Promise<TestVectors> {
  const size = sizeOf(source.model.inputShape);
  const count = Math.min(MOST_SAMPLES, indices.length, Math.floor(MOST_VALUES / size));
  const chosen = Array.from(
    { length: count },
    (_, position) => indices[Math.floor((position * indices.length) / count)],
  );
  const inputs = chosen.map((index) => rawInputAt(dataset, source.input, index));
  const outputs = await modelOutputs(
    source,
    inputs.map((one) => rawSample(source.input.kind, one)),
    referenceExecutor({ precision: 'float64' }),
  );
  const samples = chosen.map((index, position) => ({
    index,
    input: inputs[position],
    output: [...outputs[position]],
  }));
  return {
    tolerance: TOLERANCE,
    samples: samples.filter(({ output }) => output.every(Number.isFinite)),
  };
}
