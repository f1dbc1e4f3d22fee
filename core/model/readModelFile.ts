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
import { createSampleEncoder } from '../preprocessing/encodeSample.ts';
import type { Preprocessor } from '../preprocessing/Preprocessor.ts';
import { rawSample } from '../preprocessing/RawInput.ts';
import { base64Length, decodeBase64 } from './base64.ts';
import { buildModel, type Model, type ModelTensor } from './buildModel.ts';
import { canonicalSha256 } from './canonicalSha256.ts';
import { checkPreprocessor } from './checkPreprocessor.ts';
import { formatPath } from './formatPath.ts';
import { inputOfVersion1, ModelDocument1 } from './ModelDocument1.ts';
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
  const input = readInput(document);
  const model = rebuild(layers, checkPreprocessor(input));
  checkOutput(document, model);
  checkTestVectors(document, input, model);
  return {
    input,
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
    throw new StudioError('invalid-model', `A model file must be JSON. ${reason}.`, {
      wayOut: 'other-file',
      cause,
    });
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
  if (version !== 1 && version !== MODEL_VERSION) {
    const known = `1 or ${MODEL_VERSION}`;
    throw invalid(`version must be ${known}. Received ${received(version)}.`, 'version');
  }
}

/** Texts and numbers in short; of anything else, which may be nested without end, only the type. */
function received(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 60));
  if (typeof value === 'number') return String(value);
  return value === undefined ? 'nothing' : `a value of type ${typeof value}`;
}

type AnyDocument = ModelDocument | ModelDocument1;

function parseDocument(raw: unknown): AnyDocument {
  const isOld = (raw as { readonly version: unknown }).version === 1;
  const result = (isOld ? ModelDocument1 : ModelDocument).safeParse(raw);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  if (issue.code === 'invalid_type') throw wrongType(issue, raw, result.error);
  const { message } = (issue.code === 'invalid_key' && issue.issues[0]) || issue;
  throw invalid(`${message}.`, formatPath(issue.path), result.error);
}

/** Also for what is not there. */
function wrongType(
  { path, expected }: Pick<z.core.$ZodIssueInvalidType, 'path' | 'expected'>,
  raw: unknown,
  cause: unknown,
): StudioError {
  const where = formatPath(path);
  const value = path.reduce<unknown>(
    (inner, key) => (inner as Record<PropertyKey, unknown> | null)?.[key],
    raw,
  );
  return invalid(
    `"${where}" of a model file must have the type ${expected}. Received ${received(value)}.`,
    where,
    cause,
  );
}

/**
 * Over what the schema let through, which is the whole document and nothing nested without end: a
 * key `__proto__` inside a record, which the schema drops, must not reach the hash's recursion.
 */
function checkChecksum({ checksum, card: _, ...content }: AnyDocument): void {
  const actual = canonicalSha256(content);
  if (actual === checksum) return;
  throw new StudioError(
    'invalid-model',
    `The checksum does not match: the file was changed or damaged. It says ${checksum}, ` +
      `its content gives ${actual}.`,
    { where: 'checksum', hint: 'Export the model again from its run.' },
  );
}

function rebuild(layers: ModelDocument['layers'], inputShape: readonly number[]): Model {
  try {
    return buildModel({ layers }, inputShape);
  } catch (cause) {
    if (!(cause instanceof StudioError)) throw cause;
    throw invalid(cause.message, cause.where?.replace(/^model\.?/, '') || 'layers', cause);
  }
}

function checkOutput({ output }: AnyDocument, model: Model): void {
  const expected = output.kind === 'class' ? output.labels.length : 1;
  if (shapesEqual(model.outputShape, [expected])) return;
  const what = output.kind === 'class' ? `${expected} labels` : 'one number';
  throw invalid(
    `The layers must give ${what}. Their output has shape ${formatShape(model.outputShape)}.`,
    output.kind === 'class' ? 'output.labels' : 'output',
  );
}

function readInput(document: AnyDocument): Preprocessor {
  if (document.version !== 1) return document.input;
  const input = inputOfVersion1(document.input);
  if ('fault' in input) throw invalid(input.fault, input.where);
  return input;
}

function checkTestVectors(
  { testVectors }: AnyDocument,
  preprocessor: Preprocessor,
  model: Model,
): void {
  const encode = createSampleEncoder(preprocessor);
  for (const [index, { input, output }] of testVectors.samples.entries()) {
    const where = `testVectors.samples[${index}]`;
    try {
      encode(rawSample(preprocessor.kind, input));
    } catch (cause) {
      if (!(cause instanceof StudioError)) throw cause;
      throw invalid(
        `A test vector does not fit the input. ${cause.message}`,
        `${where}.input`,
        cause,
      );
    }
    const expected = sizeOf(model.outputShape);
    if (output.length === expected) continue;
    const message = `${where}.output must hold ${expected} numbers. Received ${output.length}.`;
    throw invalid(message, `${where}.output`);
  }
}

function readWeights({ weights }: AnyDocument, model: Model): Record<string, Float32Array> {
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
