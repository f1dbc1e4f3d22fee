/** `descent train EXPERIMENT`: the main job in a terminal. */
import type { DatasetInfo } from '../../../core/contract/DatasetInfo.ts';
import type { ExperimentSpec } from '../../../core/contract/ExperimentSpec.ts';
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import { StudioError } from '../../../core/contract/StudioError.ts';
import { studioPaths } from '../../paths.ts';
import { createBundledExperiments } from '../../service/library/bundledExperiments.ts';
import { type CommandContext, type OpenStudio, withStudio } from '../CommandContext.ts';
import { followRun } from '../followRun.ts';
import { formatCount, formatCounted } from '../format.ts';
import { type ExperimentOverrides, readExperiment } from '../readExperiment.ts';
import { createReporter } from '../reporters/createReporter.ts';

/** Returns the run as it ended. */
export async function trainCommand(
  context: CommandContext,
  experiment: string,
  { initialModel, ...overrides }: ExperimentOverrides & { readonly initialModel?: string },
): Promise<RunRecord> {
  // Read before a store is opened: a bad experiment must not even make a home.
  const bundled = createBundledExperiments(studioPaths().resources);
  const spec = readExperiment(experiment, bundled, overrides);
  return withStudio(context, async (studio) => {
    const started = await startingFrom(studio, spec, initialModel);
    const begin = async () => {
      const run = await studio.request('runs.start', { spec: started }).catch(async (error) => {
        // As it stands in its file: what was asked for beside it, no copy of it mends.
        throw await withFixes(error, studio, readExperiment(experiment, bundled), experiment);
      });
      const { name, edits } = await studio.request('datasets.get', { id: run.dataset.id });
      if (edits && !context.json) context.terminal.line(editsLine(name, edits));
      return run;
    };
    const beginning = { begin, lowestLoss: Number.POSITIVE_INFINITY };
    return followRun(studio, beginning, createReporter(context));
  });
}

/** What was refused, with how to mend it where that is known. */
async function withFixes(
  error: unknown,
  { request }: OpenStudio,
  spec: ExperimentSpec,
  experiment: string,
): Promise<unknown> {
  if (!(error instanceof StudioError) || error.code !== 'invalid-experiment') return error;
  const { problems } = await request('experiments.check', { spec });
  if (!problems.some(({ severity, fixes }) => severity === 'error' && fixes?.length)) return error;
  const { code, message, where, hint } = error;
  const mend = `Mend it in a copy: npm run descent -- check ${experiment} --fix NEW`;
  return new StudioError(code, message, {
    where,
    hint: [hint, mend].filter(Boolean).join(' '),
    cause: error,
  });
}

/** The experiment with the layers of an imported model, whose weights it starts from. */
async function startingFrom(
  { request }: OpenStudio,
  spec: ExperimentSpec,
  id: string | undefined,
): Promise<ExperimentSpec> {
  if (id === undefined) return spec;
  const known = (await request('models.list', {})).find((one) => one.id === id);
  if (known) return { ...spec, model: known.model, initialModel: id };
  throw new StudioError('not-found', `There is no imported model "${id}".`, {
    where: '--initial-model',
    hint: 'Import it: npm run descent -- import-model FILE',
  });
}

/** Why the counts of the splits are not those of the import. */
function editsLine(name: string, edits: NonNullable<DatasetInfo['edits']>): string {
  const { excluded, relabelled } = edits;
  return (
    `${name} has edits: ${formatCounted(excluded, 'sample')} excluded, ` +
    `${formatCount(relabelled)} with another target.`
  );
}
