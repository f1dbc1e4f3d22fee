/**
 * Asks of an experiment what only its samples tell, without making anybody else wait: a large dataset
 * is looked at in the importer's process, a small one here, which is faster than starting one.
 *
 * The last answer to each question is remembered: an editor asks again after every keystroke, and a
 * person goes from sample to sample.
 */
import type { DatasetInfo } from '../../../core/contract/DatasetInfo.ts';
import type { ExperimentSpec } from '../../../core/contract/ExperimentSpec.ts';
import { StudioError } from '../../../core/contract/StudioError.ts';
import { decodeDataset } from '../../../core/data/decodeDataset.ts';
import {
  answerSplitQuestion,
  type SplitAnswer,
  type SplitQuestion,
} from '../../../core/training/answerSplitQuestion.ts';
import { datasetFileOf } from '../library/findDataset.ts';
import { QUICK_BYTES } from '../library/quickBytes.ts';
import { runImporter } from '../library/runImporter.ts';
import type { ServiceContext } from '../ServiceContext.ts';

type Answer<Q extends SplitQuestion> = Extract<SplitAnswer, { about: Q }>;
type Remembered = Map<
  SplitQuestion,
  { readonly key: string; readonly answer: Promise<SplitAnswer> }
>;

/** It says nothing while it looks. */
const PATIENCE_SECONDS = 600;

const remembered = new WeakMap<ServiceContext, Remembered>();

/** `info` is of the library, or of a bundled sample. Throws as answerSplitQuestion does. */
export async function askAboutSplit<Q extends SplitQuestion>(
  question: Q,
  context: ServiceContext,
  info: DatasetInfo,
  spec: ExperimentSpec,
): Promise<Answer<Q>> {
  const { split, seed, preprocessing } = spec;
  const key = JSON.stringify([info.id, info.hash, split, seed, preprocessing]);
  const known = remembered.get(context) ?? new Map();
  remembered.set(context, known);
  const found = known.get(question);
  if (found?.key === key) return found.answer;
  const entry = { key, answer: look(question, context, info, spec) };
  known.set(question, entry);
  // A failure is not worth remembering.
  entry.answer.catch(() => {
    if (known.get(question) === entry) known.delete(question);
  });
  return entry.answer as Promise<Answer<Q>>;
}

async function look(
  question: SplitQuestion,
  context: ServiceContext,
  info: DatasetInfo,
  spec: ExperimentSpec,
): Promise<SplitAnswer> {
  const { library, opened, samples, importerEntry } = context;
  if (!library.find(info.id)) {
    // A bundled sample, which is read without being installed.
    const dataset = decodeDataset((await samples.read(info.id)).data);
    return answerSplitQuestion(question, dataset, spec);
  }
  if (info.bytes <= QUICK_BYTES) {
    return answerSplitQuestion(question, await opened.get(info.id), spec);
  }
  const { path, edits } = datasetFileOf(context, info);
  const request = { kind: 'ask', path, edits, spec, question } as const;
  const options = { entry: importerEntry, silentSeconds: PATIENCE_SECONDS };
  const done = await runImporter(request, options);
  if (done.kind === 'answered') return done.answer;
  throw new StudioError('internal', 'The importer lost its way.');
}
