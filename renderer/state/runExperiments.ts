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
 * as isRunOf has it.
 */
export function experimentFinder(documents: readonly Document[]): (run: Source) => RunExperiment {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const byName = new Map(documents.toReversed().map((document) => [document.spec.name, document]));
  return ({ experiment, spec }) => {
    const document = experiment === null ? byName.get(spec.name) : byId.get(experiment);
    if (document) return { key: document.id, name: document.spec.name };
    return { key: experiment ?? `${NAMED}${spec.name}`, name: spec.name };
  };
}

/** No id has a space. */
const NAMED = 'name ';

/** What to call an experiment of which there may be no run any more, nor a document. */
export function nameOfKey(key: string, documents: readonly Document[]): string {
  const document = documents.find(({ id }) => id === key);
  return document?.spec.name ?? (key.startsWith(NAMED) ? key.slice(NAMED.length) : key);
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
