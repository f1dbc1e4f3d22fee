/** The experiments that runs are of, to tell runs apart and to look at those of one alone. */
import type { RunRecord } from '../../core/contract/RunRecord.ts';

export interface RunExperiment {
  /** The document's id; without one, what the document was called, which no id can look like. */
  readonly key: string;
  /** Of today; of a document that is gone, the one it had. */
  readonly name: string;
}

type Document = { readonly id: string; readonly spec: { readonly name: string } };
type Source = Pick<RunRecord, 'experiment'> & { readonly spec: { readonly name: string } };

/**
 * Finds the experiment of a run. One that was begun in the terminal is of the document of its name,
 * as isRunOf has it; so is one whose document is gone, which the store tells from no other.
 */
export function experimentFinder(documents: readonly Document[]): (run: Source) => RunExperiment {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const byName = new Map(documents.toReversed().map((document) => [document.spec.name, document]));
  return ({ experiment, spec: { name } }) => {
    const document = (experiment !== null && byId.get(experiment)) || byName.get(name);
    if (document) return { key: document.id, name: document.spec.name };
    return { key: `${NAMED}${name}`, name };
  };
}

/** No id has a space. */
const NAMED = 'name ';

/**
 * The key as far as it means anything: null, all runs, where neither a document nor a run has it any
 * more.
 */
export function knownKey(
  key: string | null,
  documents: readonly Document[],
  experiments: readonly RunExperiment[],
): string | null {
  const isKnown =
    documents.some(({ id }) => id === key) || experiments.some((one) => one.key === key);
  return isKnown ? key : null;
}

/** The key of the runs of a document that is gone, by the name it had. */
export function keyOfGone(name: string, documents: readonly Document[]): string {
  return experimentFinder(documents)({ experiment: null, spec: { name } }).key;
}

export interface CountedExperiment extends RunExperiment {
  readonly runs: number;
}

/** Each experiment once, in the order of its first run. */
export function countExperiments(experiments: readonly RunExperiment[]): CountedExperiment[] {
  const counted = new Map<string, CountedExperiment>();
  for (const one of experiments) {
    counted.set(one.key, { ...one, runs: (counted.get(one.key)?.runs ?? 0) + 1 });
  }
  return [...counted.values()];
}
