/** `descent runs`: all runs, newest first. */
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import type { ExperimentTemplate } from '../../../core/contract/StudioApi.ts';
import { type CommandContext, withStudio } from '../CommandContext.ts';
import { formatAccuracy, formatLoss, formatTable } from '../format.ts';

export async function runsCommand(context: CommandContext): Promise<void> {
  const { terminal, json } = context;
  const [runs, templates] = await withStudio(context, async ({ request }) => [
    await request('runs.list', {}),
    await request('experiments.templates', {}),
  ]);
  if (json) {
    for (const run of runs) terminal.json(summarizeRun(run, templates));
    return;
  }
  if (runs.length === 0) {
    terminal.line('There are no runs yet. Start one:  npm run descent -- train digits-mlp');
    return;
  }
  const rows = runs.map((run) => [
    run.id,
    run.status,
    `${run.last?.epoch ?? 0}/${run.spec.training.epochs}`,
    run.last ? formatLoss(run.last.validation.loss) : '–',
    run.last ? formatAccuracy(run.last.validation.accuracy) : '–',
    new Date(run.startedAt ?? run.createdAt).toISOString().slice(0, 16).replace('T', ' '),
  ]);
  const header = ['run', 'status', 'epochs', 'validation', 'accuracy', 'started (UTC)'];
  for (const line of formatTable([header, ...rows])) terminal.line(line);
}

/** What `runs --json` tells of a run. */
export function summarizeRun(run: RunRecord, templates: readonly ExperimentTemplate[]) {
  return {
    run: run.id,
    experiment: experimentOf(run, templates),
    status: run.status,
    epochs: run.last?.epoch ?? 0,
    startedAt: run.startedAt === null ? null : new Date(run.startedAt).toISOString(),
  };
}

/** The name by which `train` takes it, where it is a bundled one; else its title. */
export function experimentOf(
  { spec }: Pick<RunRecord, 'spec'>,
  templates: readonly ExperimentTemplate[],
): string {
  return templates.find((template) => template.spec.name === spec.name)?.id ?? spec.name;
}
