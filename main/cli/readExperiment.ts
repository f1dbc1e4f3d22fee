/** Finds and checks the experiment that a terminal names, before any store is opened. */
import { didYouMean } from '../../core/catalog/didYouMean.ts';
import { ExperimentSpec } from '../../core/contract/ExperimentSpec.ts';
import { StudioError } from '../../core/contract/StudioError.ts';
import { ofNewerStudio } from '../../core/training/salvageExperiment.ts';
import type { BundledExperiments } from '../service/library/bundledExperiments.ts';
import { experimentFile } from '../service/library/experimentFile.ts';
import { readBounded } from '../service/library/readBounded.ts';
import { schemaError } from '../service/schemaError.ts';

/** As typed; numbers are checked with the rest of the document. */
export interface ExperimentOverrides {
  readonly epochs?: string | undefined;
  readonly seed?: string | undefined;
  readonly device?: string | undefined;
  readonly trackGradientNorm?: boolean | undefined;
  readonly checkpointEvery?: string | undefined;
  readonly batchSize?: string | undefined;
  readonly learningRate?: string | undefined;
}

/** `wanted`: the name of a bundled experiment, or a path to a `*.descent.json`. */
export function readExperiment(
  wanted: string,
  bundled: BundledExperiments,
  overrides: ExperimentOverrides = {},
): ExperimentSpec {
  const template = bundled.list().find(({ id }) => id === wanted);
  const document = template?.spec ?? readDocument(wanted, bundled);
  const changed = applyOverrides(document, overrides);
  const parsed = ExperimentSpec.safeParse(changed);
  if (parsed.success) return parsed.data;
  const newer = ofNewerStudio((document as { version?: unknown } | null)?.version);
  if (newer) {
    throw new StudioError('invalid-experiment', newer, {
      where: 'version',
      hint: 'The window opens it as far as it can be read. To train it, take the newer studio.',
    });
  }
  throw schemaError('invalid-experiment', parsed.error, changed);
}

function readDocument(path: string, bundled: BundledExperiments): unknown {
  const text = readText(path, bundled);
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StudioError('invalid-experiment', `The experiment is not JSON: ${reason}.`, {
      where: path,
      cause,
    });
  }
}

function readText(path: string, bundled: BundledExperiments): string {
  try {
    return readBounded(path, experimentFile).toString('utf8');
  } catch (cause) {
    if (cause instanceof StudioError && cause.code !== 'not-found') throw cause;
    const names = bundled.list().map(({ id }) => id);
    throw new StudioError('not-found', `There is no experiment "${path}".`, {
      where: path,
      hint: didYouMean(
        path,
        names,
        `Give the path of a *.descent.json, or one of ${names.join(', ')}.`,
      ),
      cause,
    });
  }
}

function applyOverrides(document: unknown, overrides: ExperimentOverrides): unknown {
  if (typeof document !== 'object' || document === null) return document;
  const { epochs, seed, device, trackGradientNorm, checkpointEvery, batchSize, learningRate } =
    overrides;
  const { training, optimizer } = document as { training?: object; optimizer?: unknown };
  const changed = {
    ...training,
    ...(epochs !== undefined && { epochs: toNumber(epochs) }),
    ...(batchSize !== undefined && { batchSize: toNumber(batchSize) }),
    ...(trackGradientNorm && { trackGradientNorm }),
    ...(checkpointEvery !== undefined && { checkpointEvery: toNumber(checkpointEvery) }),
  };
  return {
    ...document,
    ...(Object.keys(changed).length > 0 && { training: changed }),
    ...(learningRate !== undefined && {
      optimizer: withLearningRate(optimizer, toNumber(learningRate)),
    }),
    ...(seed !== undefined && { seed: toNumber(seed) }),
    ...(device !== undefined && { device }),
  };
}

/** What is no optimizer stays as it is, for the schema to refuse. */
function withLearningRate(optimizer: unknown, learningRate: number | string): unknown {
  if (typeof optimizer !== 'object' || optimizer === null) return optimizer;
  const { options } = optimizer as { options?: object };
  return { ...optimizer, options: { ...options, learningRate } };
}

/** What is no number stays text, so that the message can show it. */
function toNumber(text: string): number | string {
  return text.trim() === '' || Number.isNaN(Number(text)) ? text : Number(text);
}
