/** Reads a model file that a person names; errors name the file and the place in it. */
import { StudioError } from '../../../core/contract/StudioError.ts';
import type { ModelFile } from '../../../core/model/ModelFile.ts';
import { readModelFile } from '../../../core/model/readModelFile.ts';
import { replaceWeights } from '../../../core/model/replaceWeights.ts';
import { decodeSafetensors } from '../../../core/model/safetensors.ts';
import { readBounded } from './readBounded.ts';

/** Characters of a text, which V8 holds no more of. */
const LONGEST_TEXT = 2 ** 29 - 24;
/** The most parameters and as many remembered values, with a header. */
const MOST_WEIGHTS = 2 ** 31;

export function readModel(path: string): ModelFile {
  const bounds = { what: 'model file', most: LONGEST_TEXT, code: 'invalid-model' } as const;
  const text = readBounded(path, bounds).toString('utf8');
  try {
    return readModelFile(text);
  } catch (error) {
    throw inFile(error, path);
  }
}

/** The network of a model file with the weights of a safetensors file. */
export async function readModelWith(weights: string, like: string): Promise<ModelFile> {
  const file = readModel(like);
  const bounds = { what: 'safetensors file', most: MOST_WEIGHTS, code: 'invalid-model' } as const;
  const bytes = readBounded(weights, bounds);
  try {
    return await replaceWeights(file, decodeSafetensors(bytes));
  } catch (error) {
    throw inFile(error, weights);
  }
}

function inFile(error: unknown, path: string): unknown {
  if (!(error instanceof StudioError)) return error;
  const { code, message, hint, wayOut } = error;
  const where = error.where === null ? path : `${path}: ${error.where}`;
  return new StudioError(code, message, { where, hint, wayOut, cause: error });
}
