/** Reads a model file that a person names; errors name the file and the place in it. */
import { readFileSync } from 'node:fs';
import { StudioError } from '../../../core/contract/StudioError.ts';
import type { ModelFile } from '../../../core/model/ModelFile.ts';
import { readModelFile } from '../../../core/model/readModelFile.ts';
import { replaceWeights } from '../../../core/model/replaceWeights.ts';
import { decodeSafetensors } from '../../../core/model/safetensors.ts';

export function readModel(path: string): ModelFile {
  const text = readBytes(path, 'model file').toString('utf8');
  try {
    return readModelFile(text);
  } catch (error) {
    throw inFile(error, path);
  }
}

/** The network of a model file with the weights of a safetensors file. */
export async function readModelWith(weights: string, like: string): Promise<ModelFile> {
  const file = readModel(like);
  const bytes = readBytes(weights, 'safetensors file');
  try {
    return await replaceWeights(file, decodeSafetensors(bytes));
  } catch (error) {
    throw inFile(error, weights);
  }
}

function readBytes(path: string, what: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? String(cause);
    throw new StudioError('not-found', `The ${what} cannot be read (${reason}).`, {
      where: path,
      cause,
    });
  }
}

function inFile(error: unknown, path: string): unknown {
  if (!(error instanceof StudioError)) return error;
  const where = error.where === null ? path : `${path}: ${error.where}`;
  return new StudioError(error.code, error.message, { where, hint: error.hint, cause: error });
}
