/** `descent runs`: all runs, newest first. */
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import { type CommandContext, withStudio } from '../CommandContext.ts';
import { formatAccuracy, formatLoss, formatTable } from '../format.ts';

export async function runsCommand(context: CommandContext): Promise<void> {
  const { terminal, json } = context;
  const runs = await withStudio(context, ({ request }) => request('runs.list', {}));
  if (json) {
    for (const run of runs) terminal.json(summarizeRun(run));
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
export function summarizeRun(run: RunRecord) {
  return {
    run: run.id,
    experiment: run.spec.name,
    status: run.status,
    epochs: run.last?.epoch ?? 0,
    startedAt: run.startedAt === null ? null : new Date(run.startedAt).toISOString(),
  };
}
