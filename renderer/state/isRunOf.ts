import type { RunRecord } from '../../core/contract/RunRecord.ts';

/** What a run was made of: the document, and what that was called then. */
export interface RunSource {
  readonly experiment: string | null;
  readonly name: string;
}

export const sourceOf = ({ experiment, spec }: RunRecord): RunSource => ({
  experiment,
  name: spec.name,
});

interface OpenDocument {
  readonly id: string | null;
  readonly name: string | undefined;
}

/**
 * Whether a run is of the document, under whatever name; of a run without one, whether its name is
 * the document's.
 */
export function isRunOf({ experiment, name }: RunSource, document: OpenDocument): boolean {
  return experiment === null ? name === document.name : experiment === document.id;
}
