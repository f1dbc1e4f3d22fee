/**
 * Opens a model file that may come from anywhere.
 *
 * In this order, each step bounded by the one before: JSON, schema, checksum, layers, and
 * only then weights, whose lengths must fit the layers before a byte is decoded. Every refusal
 * names its place in the document.
 */
import { z } from 'zod';
import { StudioError } from '../contract/StudioError.ts';
import { formatShape, shapesEqual, sizeOf } from '../graph/Tensor.ts';
import { base64Length, decodeBase64 } from './base64.ts';
import { buildModel, type Model, type ModelTensor } from './buildModel.ts';
import { canonicalSha256 } from './canonicalSha256.ts';
import { formatPath } from './formatPath.ts';
import { MODEL_FORMAT, MODEL_VERSION, ModelDocument, type ModelFile } from './ModelFile.ts';

/**
 * Lists and objects, and values in them. A text of nothing but empty lists takes twenty times its
 * length of memory once parsed, so both are counted before: a model has few of the former, and of
 * the latter no more than the features of its samples and test vectors.
 */
const MOST_CONTAINERS = 1_000_000;
const MOST_VALUES = 25_000_000;

/** Throws StudioError `invalid-model` with `where` such as `weights["0.weight"].shape`. */
export function readModelFile(text: string): ModelFile {
  const raw = parseJson(text);
  refuseOtherFormats(raw);
  const document = parseDocument(raw);
  checkChecksum(document);
  const { layers, output, testVectors, provenance, card } = document;
  const model = rebuild(layers, document.input.sampleShape);
  checkOutput(document, model);
  checkTestVectors(document, model);
  return {
    input: { ...document.input, normalizer: readNormalizer(document) },
    output,
    model,
    weights: readWeights(document, model),
    testVectors,
    provenance,
    card,
  };
}

function parseJson(text: string): unknown {
  const containers = count(text, '{', MOST_CONTAINERS) + count(text, '[', MOST_CONTAINERS);
  if (containers > MOST_CONTAINERS || count(text, ',', MOST_VALUES) > MOST_VALUES) {
    throw invalid(
      `A model file must have at most ${MOST_CONTAINERS} lists and objects and ` +
        `${MOST_VALUES} values.`,
      null,
    );
  }
  try {
    return JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw invalid(`A model file must be JSON. ${reason}.`, null, cause);
  }
}

/** How often a character stands in a text, counted no further than just above `most`. */
function count(text: string, character: string, most: number): number {
  let found = 0;
  let at = text.indexOf(character);
  while (at !== -1 && found <= most) {
    found += 1;
    at = text.indexOf(character, at + 1);
  }
  return found;
}

function refuseOtherFormats(raw: unknown): void {
  const { format, version } = z.looseObject({}).safeParse(raw).data ?? {};
  if (format !== MODEL_FORMAT) {
    throw invalid(`format must be "${MODEL_FORMAT}". Received ${received(format)}.`, 'format');
  }
  if (version !== MODEL_VERSION) {
    throw invalid(`version must be ${MODEL_VERSION}. Received ${received(version)}.`, 'version');
  }
}

/** Texts and numbers in short; of anything else, which may be nested without end, only the type. */
function received(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 60));
  if (typeof value === 'number') return String(value);
  return value === undefined ? 'nothing' : `a value of type ${typeof value}`;
}

function parseDocument(raw: unknown): ModelDocument {
  const result = ModelDocument.safeParse(raw);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const { message } = (issue.code === 'invalid_key' && issue.issues[0]) || issue;
  throw invalid(`${message}.`, formatPath(issue.path), result.error);
}

/**
 * Over what the schema let through, which is the whole document and nothing nested without end: a
 * key `__proto__` inside a record, which the schema drops, must not reach the hash's recursion.
 */
function checkChecksum({ checksum, card: _, ...content }: ModelDocument): void {
  const actual = canonicalSha256(content);
  if (actual === checksum) return;
  throw new StudioError(
    'invalid-model',
    `The checksum does not match: the file was changed or damaged. It says ${checksum}, ` +
      `its content gives ${actual}.`,
    { where: 'checksum', hint: 'Export the model again from its run.' },
  );
}

function rebuild(layers: ModelDocument['layers'], sampleShape: readonly number[]): Model {
  try {
    return buildModel({ layers }, sampleShape);
  } catch (cause) {
    if (!(cause instanceof StudioError)) throw cause;
    throw invalid(cause.message, cause.where?.replace(/^model\.?/, '') || 'layers', cause);
  }
}

function checkOutput({ output }: ModelDocument, model: Model): void {
  const expected = output.kind === 'class' ? output.labels.length : 1;
  if (shapesEqual(model.outputShape, [expected])) return;
  const what = output.kind === 'class' ? `${expected} labels` : 'one number';
  throw invalid(
    `The layers must give ${what}. Their output has shape ${formatShape(model.outputShape)}.`,
    output.kind === 'class' ? 'output.labels' : 'output',
  );
}

function checkTestVectors({ testVectors }: ModelDocument, model: Model): void {
  for (const [index, sample] of testVectors.samples.entries()) {
    for (const [name, shape] of [
      ['input', model.inputShape],
      ['output', model.outputShape],
    ] as const) {
      const { length } = sample[name];
      if (length === sizeOf(shape)) continue;
      const where = `testVectors.samples[${index}].${name}`;
      throw invalid(`${where} must hold ${sizeOf(shape)} numbers. Received ${length}.`, where);
    }
  }
}

function readNormalizer({ input }: ModelDocument): ModelFile['input']['normalizer'] {
  const features = input.kind === 'image' ? 1 : sizeOf(input.sampleShape);
  const read = (name: 'scale' | 'shift') => {
    const values = Float32Array.from(input.normalizer[name]);
    const where = `input.normalizer.${name}`;
    if (values.length !== features) {
      throw invalid(`${where} must hold ${features} numbers. Received ${values.length}.`, where);
    }
    const broken = values.findIndex((value) => !Number.isFinite(value));
    if (broken !== -1) throw invalid(`${where} must fit float32.`, `${where}[${broken}]`);
    return values;
  };
  if (input.kind === 'table' && input.featureNames.length !== features) {
    throw invalid(
      `input.featureNames must hold ${features} names. Received ${input.featureNames.length}.`,
      'input.featureNames',
    );
  }
  return { scale: read('scale'), shift: read('shift') };
}

function readWeights({ weights }: ModelDocument, model: Model): Record<string, Float32Array> {
  const tensors = [...model.parameters, ...model.buffers];
  const known = new Set(tensors.map(({ name }) => name));
  const unknown = Object.keys(weights).find((name) => !known.has(name));
  if (unknown !== undefined) {
    throw invalid(`No layer has a weight "${unknown}".`, `weights["${unknown}"]`);
  }
  return Object.fromEntries(tensors.map((tensor) => [tensor.name, readWeight(weights, tensor)]));
}

function readWeight(weights: ModelDocument['weights'], { name, shape }: ModelTensor): Float32Array {
  const where = `weights["${name}"]`;
  const stored = weights[name];
  if (!stored) throw invalid(`The weight "${name}" is missing.`, where);
  if (!shapesEqual(stored.shape, shape)) {
    throw invalid(
      `"${name}" must have shape ${formatShape(shape)}, as its layer says. ` +
        `Received ${formatShape(stored.shape)}.`,
      `${where}.shape`,
    );
  }
  const byteLength = 4 * sizeOf(shape);
  const bytes = decodeBase64(stored.data, byteLength);
  if (!bytes) {
    throw invalid(
      `"${name}" must be ${base64Length(byteLength)} characters of base64 for ` +
        `${sizeOf(shape)} float32 values. Received ${stored.data.length} characters.`,
      `${where}.data`,
    );
  }
  const values = new Float32Array(bytes.buffer);
  const broken = values.findIndex((value) => !Number.isFinite(value));
  if (broken !== -1) {
    throw invalid(`"${name}" must be finite. Value ${broken} is ${values[broken]}.`, where);
  }
  return values;
}

function invalid(message: string, where: string | null, cause?: unknown): StudioError {
  return new StudioError('invalid-model', message, { where, cause });
}
