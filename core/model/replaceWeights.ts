/** A model with weights that were trained elsewhere, such as in an exported PyTorch project. */
import { StudioError } from '../contract/StudioError.ts';
import { referenceExecutor } from '../executors/reference/ReferenceExecutor.ts';
import { formatShape, shapesEqual } from '../graph/Tensor.ts';
import { rawSample } from '../preprocessing/RawInput.ts';
import type { ModelFile } from './ModelFile.ts';
import { modelOutputs } from './modelOutputs.ts';
import type { NamedTensor } from './safetensors.ts';

/**
 * The file with other weights: test vectors keep their inputs and get new outputs, and the metrics,
 * which belonged to the old weights, become unknown (NaN).
 *
 * Throws StudioError `invalid-model` at the weight that is missing, unknown, of another shape or
 * not finite.
 */
export async function replaceWeights(
  file: ModelFile,
  tensors: Readonly<Record<string, NamedTensor>>,
): Promise<ModelFile> {
  const weights = checkedWeights(file, tensors);
  const { samples, tolerance } = file.testVectors;
  const inputs = samples.map(({ input }) => rawSample(file.input.kind, input));
  const executor = referenceExecutor({ precision: 'float64' });
  const outputs = await modelOutputs({ ...file, weights }, inputs, executor);
  const unknown = { loss: Number.NaN, accuracy: null };
  return {
    ...file,
    weights,
    testVectors: {
      tolerance,
      samples: samples
        .map((sample, position) => ({ ...sample, output: [...outputs[position]] }))
        .filter(({ output }) => output.every(Number.isFinite)),
    },
    provenance: {
      ...file.provenance,
      metrics: { train: unknown, validation: unknown },
      executor: 'outside of the studio',
    },
  };
}

function checkedWeights(
  { model }: ModelFile,
  tensors: Readonly<Record<string, NamedTensor>>,
): Record<string, Float32Array> {
  const known = [...model.parameters, ...model.buffers];
  const names = new Set(known.map(({ name }) => name));
  const other = Object.keys(tensors).find((name) => !names.has(name));
  if (other !== undefined) throw invalid(other, 'belongs to no layer of the model.');
  return Object.fromEntries(
    known.map(({ name, shape }) => {
      if (!Object.hasOwn(tensors, name)) throw invalid(name, 'is missing.');
      const { shape: given, data } = tensors[name];
      if (!shapesEqual(given, shape)) {
        throw invalid(
          name,
          `must have shape ${formatShape(shape)}. Received ${formatShape(given)}.`,
        );
      }
      if (!data.every(Number.isFinite)) throw invalid(name, 'must be finite.');
      return [name, data];
    }),
  );
}

function invalid(name: string, rule: string): StudioError {
  return new StudioError('invalid-model', `"${name}" ${rule}`, { where: `weights["${name}"]` });
}
