import type { Prediction } from '../contract/StudioApi.ts';
import { StudioError } from '../contract/StudioError.ts';
import type { TensorData } from '../executors/Executor.ts';
import { referenceExecutor } from '../executors/reference/ReferenceExecutor.ts';
import { formatShape, sizeOf } from '../graph/Tensor.ts';
import { softmax } from '../metrics/softmax.ts';
import type { ModelFile } from './ModelFile.ts';
import { modelOutputs } from './modelOutputs.ts';

const MOST_LABELS = 10;

/**
 * Predicts one sample from raw values in dataset order: pixels 0..255 of an image [channels,
 * height, width], or the features of a table.
 *
 * Classes come with their probabilities (softmax of the logits), most probable first, at most 10; a
 * number comes as one entry under the target's name. Throws StudioError `invalid-request` for
 * values that do not fit the model, `invalid-model` when its weights make infinities or NaN of
 * them.
 */
export async function predictWithModel(
  file: ModelFile,
  values: readonly number[],
): Promise<Prediction> {
  checkValues(file, values);
  const { output } = file;
  const [outputs] = await modelOutputs(file, [values], referenceExecutor());
  refuseOverflow(outputs);
  if (output.kind === 'number') return { top: [{ label: output.name, value: outputs[0] }] };
  const probabilities = softmax(outputs);
  const top = output.labels
    .map((label, index) => ({ label, value: probabilities[index] }))
    .sort((a, b) => b.value - a.value)
    .slice(0, MOST_LABELS);
  return { top };
}

function checkValues({ input }: ModelFile, values: readonly number[]): void {
  const expected = sizeOf(input.sampleShape);
  if (values.length !== expected) {
    throw new StudioError(
      'invalid-request',
      `The model takes ${expected} values of shape ${formatShape(input.sampleShape)}. ` +
        `Received ${values.length}.`,
      { where: 'values' },
    );
  }
  const broken = values.findIndex((value) => !Number.isFinite(Math.fround(value)));
  if (broken === -1) return;
  const name = input.featureNames[broken];
  const place = name === undefined ? '' : ` for "${name}"`;
  throw new StudioError(
    'invalid-request',
    `Every value must be a finite number. Received ${values[broken]}${place}.`,
    { where: `values[${broken}]` },
  );
}

function refuseOverflow(outputs: TensorData): void {
  const broken = outputs.find((value) => !Number.isFinite(value));
  if (broken === undefined) return;
  throw new StudioError('invalid-model', `The model gives ${broken} for these values.`, {
    where: 'weights',
    hint: 'Its weights are too large, or the values lie far from those it was trained on.',
  });
}
