/** `descent train EXPERIMENT`: the main job in a terminal. */
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import { studioPaths } from '../../paths.ts';
import { createBundledExperiments } from '../../service/library/bundledExperiments.ts';
import { type CommandContext, withStudio } from '../CommandContext.ts';
import { followRun } from '../followRun.ts';
import { type ExperimentOverrides, readExperiment } from '../readExperiment.ts';
import { createReporter } from '../reporters/createReporter.ts';

/** Returns the run as it ended. */
export async function trainCommand(
  context: CommandContext,
  experiment: string,
  overrides: ExperimentOverrides,
): Promise<RunRecord> {
  // Read before a store is opened: a bad experiment must not even make a home.
  const bundled = createBundledExperiments(studioPaths().resources);
  const spec = readExperiment(experiment, bundled, overrides);
  return withStudio(context, (studio) => {
    const begin = () => studio.request('runs.start', { spec });
    const beginning = { begin, lowestLoss: Number.POSITIVE_INFINITY };
    return followRun(studio, beginning, createReporter(context));
  });
}
