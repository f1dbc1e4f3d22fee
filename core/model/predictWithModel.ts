import type { Prediction } from '../contract/Prediction.ts';
import type { RawSample } from '../contract/RawSample.ts';
import { StudioError } from '../contract/StudioError.ts';
import type { TensorData } from '../executors/Executor.ts';
import { referenceExecutor } from '../executors/reference/ReferenceExecutor.ts';
import { softmax } from '../metrics/softmax.ts';
import type { ModelFile } from './ModelFile.ts';
import { modelOutputs } from './modelOutputs.ts';

const MOST_LABELS = 10;

/**
 * Predicts one raw sample: pixels 0..255 of an image, the columns of a row, or a text.
 *
 * Classes come with their probabilities (softmax of the logits), most probable first, at most 10; a
 * number comes as one entry under the target's name. Throws StudioError `invalid-request` for
 * a sample that does not fit the model, `invalid-model` when its weights make infinities or NaN of
 * it.
 */
export async function predictWithModel(file: ModelFile, sample: RawSample): Promise<Prediction> {
  const { output } = file;
  const [outputs] = await modelOutputs(file, [sample], referenceExecutor());
  refuseOverflow(outputs);
  if (output.kind === 'number') return { top: [{ label: output.name, value: outputs[0] }] };
  const probabilities = softmax(outputs);
  const top = output.labels
    .map((label, index) => ({ label, value: probabilities[index] }))
    .sort((a, b) => b.value - a.value)
    .slice(0, MOST_LABELS);
  return { top };
}

function refuseOverflow(outputs: TensorData): void {
  const broken = outputs.find((value) => !Number.isFinite(value));
  if (broken === undefined) return;
  throw new StudioError('invalid-model', `The model gives ${broken} for these values.`, {
    where: 'weights',
    hint: 'Its weights are too large, or the values lie far from those it was trained on.',
  });
}
