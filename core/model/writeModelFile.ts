import { StudioError } from '../contract/StudioError.ts';
import { bytesOf } from '../data/bytesOf.ts';
import { sizeOf } from '../graph/Tensor.ts';
import { base64Length, encodeBase64 } from './base64.ts';
import { canonicalSha256 } from './canonicalSha256.ts';
import { MODEL_FORMAT, MODEL_VERSION, type ModelDocument, type ModelFile } from './ModelFile.ts';
import { modelSpecOf } from './modelSpecOf.ts';

/** Characters of weights; the whole text must stay below what a JavaScript string holds, 2²⁹. */
const MOST_WEIGHT_CHARACTERS = 2 ** 29 - 2 ** 24;

/**
 * The text of a model file, indented for people. Of `weights`, only what belongs to the model is
 * written.
 *
 * Throws StudioError `invalid-model` for a weight that is missing, has a wrong length or is not
 * finite, and `unsupported` for a model too large for a text.
 */
export function writeModelFile(file: ModelFile): string {
  const { input, output, model, testVectors, provenance, card } = file;
  const content: Omit<ModelDocument, 'checksum' | 'card'> = {
    format: MODEL_FORMAT,
    version: MODEL_VERSION,
    input,
    output,
    layers: modelSpecOf(model).layers,
    weights: encodeWeights(file),
    testVectors,
    provenance,
  };
  const checksum = canonicalSha256(content);
  return `${JSON.stringify({ ...content, card, checksum }, null, 2)}\n`;
}

function encodeWeights({ model, weights }: ModelFile): ModelDocument['weights'] {
  const tensors = [...model.parameters, ...model.buffers];
  const characters = tensors.reduce((sum, { shape }) => sum + base64Length(4 * sizeOf(shape)), 0);
  if (characters > MOST_WEIGHT_CHARACTERS) {
    throw new StudioError(
      'unsupported',
      `A model file must hold at most ${MOST_WEIGHT_CHARACTERS} characters of weights. ` +
        `This model takes ${characters}.`,
    );
  }
  return Object.fromEntries(
    tensors.map(({ name, shape }) => {
      const data = weights[name];
      if (data?.length !== sizeOf(shape)) {
        throw unwritable(`must hold ${sizeOf(shape)} values. Received ${data?.length ?? 0}.`, name);
      }
      const broken = data.find((value) => !Number.isFinite(value));
      if (broken !== undefined) throw unwritable(`must be finite. Received ${broken}.`, name);
      return [name, { shape: [...shape], dtype: 'float32', data: encodeBase64(bytesOf(data)) }];
    }),
  );
}

function unwritable(rule: string, name: string): StudioError {
  return new StudioError('invalid-model', `"${name}" ${rule}`, { where: `weights["${name}"]` });
}
