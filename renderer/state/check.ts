/**
 * What the studio says of the open experiment: asked anew at once with a change, and when changes in
 * quick succession pause. Only the answer to the newest question counts: the same document is asked of
 * again when the library changes, and answers may overtake each other.
 */
import { create } from 'zustand';
import type { ExperimentReport } from '../../core/contract/ExperimentReport.ts';
import type { ExperimentSpec } from '../../core/contract/ExperimentSpec.ts';
import type { StudioError } from '../../core/contract/StudioError.ts';
import { request } from '../studio.ts';
import { useDatasets } from './datasets.ts';
import { useExperiment } from './experiment.ts';
import { keepEqual } from './keepEqual.ts';
import { toStudioError } from './toStudioError.ts';

const PAUSE_MILLISECONDS = 120;

interface CheckState {
  readonly report: ExperimentReport | null;
  /** The check itself failed, such as for a dataset that is not there. */
  readonly error: StudioError | null;
  /** The document that the report speaks of. */
  readonly spec: ExperimentSpec | null;
}

export const useCheck = create<CheckState>(() => ({ report: null, error: null, spec: null }));

/**
 * A single edit is checked at once; edits in quick succession, such as a field that is typed into or
 * a slider that is dragged, are checked with the first of them and when they pause.
 *
 * Returns the function that ends it.
 */
export function startChecking(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isCalm = true;
  let isStale = false;
  const pause = () => {
    isCalm = true;
    if (isStale) void checkNow();
    isStale = false;
  };
  const schedule = () => {
    clearTimeout(timer);
    timer = setTimeout(pause, PAUSE_MILLISECONDS);
    if (isCalm) void checkNow();
    else isStale = true;
    isCalm = false;
  };
  const endings = [
    useExperiment.subscribe((state, before) => {
      if (state.id !== before.id) {
        useCheck.setState({ report: null, error: null, spec: null });
        void checkNow();
      } else if (state.draft?.spec !== before.draft?.spec) schedule();
    }),
    useDatasets.subscribe((state, before) => {
      if (state.datasets !== before.datasets) schedule();
    }),
  ];
  return () => {
    clearTimeout(timer);
    for (const end of endings) end();
  };
}

let questions = 0;

async function checkNow(): Promise<void> {
  const spec = useExperiment.getState().draft?.spec;
  if (!spec) return;
  questions += 1;
  const question = questions;
  const isLatest = () => question === questions && useExperiment.getState().draft?.spec === spec;
  try {
    const report = await request('experiments.check', { spec });
    if (!isLatest()) return;
    // One number changes, and a hundred rows look at the rest.
    useCheck.setState(({ report: before }) => ({
      report: keepEqual(before, report),
      error: null,
      spec,
    }));
  } catch (error) {
    if (isLatest()) useCheck.setState({ report: null, error: toStudioError(error), spec });
  }
}
