/**
 * Takes an experiment file into the store as it is: what this studio cannot read of it stays in the
 * stored text, and the file itself is never written to.
 */
import type { ExperimentDocument } from '../../../core/contract/StudioApi.ts';
import { StudioError } from '../../../core/contract/StudioError.ts';
import { parseJson } from '../../../core/model/parseJson.ts';
import { salvageExperiment } from '../../../core/training/salvageExperiment.ts';
import { freeId } from '../freeId.ts';
import type { ServiceContext } from '../ServiceContext.ts';
import { experimentFile } from './experimentFile.ts';
import { readBounded } from './readBounded.ts';

/** The same text is kept once. Throws StudioError `invalid-experiment`, `not-found`. */
export function importExperiment(
  { store, now }: Pick<ServiceContext, 'store' | 'now'>,
  path: string,
): ExperimentDocument {
  const text = readBounded(path, experimentFile).toString('utf8');
  const parsed = parseJson(text);
  if ('fault' in parsed) {
    const { line, column } = parsed.fault;
    throw new StudioError(
      'invalid-experiment',
      `The experiment is not JSON from line ${line}, column ${column} on.`,
      { where: path, hint: 'The file is damaged or was cut off. It is left as it is.' },
    );
  }
  const { spec } = inFile(path, () => salvageExperiment(parsed.value));
  const { documents } = store;
  const known = documents.findText(text);
  if (known) return known;
  const id = freeId(spec.name, 'experiment', documents.has);
  return documents.addText({ id, text, updatedAt: now() });
}

function inFile<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof StudioError)) throw error;
    const { code, message, hint, wayOut } = error;
    const where = error.where === null ? path : `${path}: ${error.where}`;
    throw new StudioError(code, message, { where, hint, wayOut, cause: error });
  }
}
