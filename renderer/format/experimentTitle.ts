import type { ExperimentDocument } from '../../core/contract/StudioApi.ts';
import { runTitle } from './runTitle.ts';

/** What tells an experiment from the others: its name, or its id where another has the same name. */
export function experimentTitle(
  { id, spec }: Pick<ExperimentDocument, 'id' | 'spec'>,
  documents: readonly Pick<ExperimentDocument, 'id' | 'spec'>[],
): string {
  const named = documents.map((one) => ({ id: one.id, name: one.spec.name }));
  return runTitle({ id, name: spec.name }, named);
}
