/** `descent runs`: all runs, newest first; validation at the best epoch, as the window has it, and at the last. */
import type { EpochMetrics, RunRecord } from '../../../core/contract/RunRecord.ts';
import { type CommandContext, type OpenStudio, withStudio } from '../CommandContext.ts';
import { formatAccuracy, formatLoss, formatTable } from '../format.ts';

export async function runsCommand(context: CommandContext): Promise<void> {
  const { terminal, json } = context;
  const { runs, best } = await withStudio(context, async ({ request }) => {
    const listed = await request('runs.list', {});
    const metrics = listed.map((run) => (json ? null : bestEpoch(request, run)));
    return { runs: listed, best: await Promise.all(metrics) };
  });
  if (json) {
    for (const run of runs) terminal.json(summarizeRun(run));
    return;
  }
  if (runs.length === 0) {
    terminal.line('There are no runs yet. Start one:  npm run descent -- train digits-mlp');
    return;
  }
  const rows = runs.map((run, index) => [
    run.id,
    run.status,
    `${run.last?.epoch ?? 0}/${run.spec.training.epochs}`,
    run.bestEpoch === null ? '–' : String(run.bestEpoch),
    ...validationCells(best[index]),
    ...validationCells(run.last),
    new Date(run.startedAt ?? run.createdAt).toISOString().slice(0, 16).replace('T', ' '),
  ]);
  const header = [
    ...['run', 'status', 'epochs', 'best epoch', 'loss', 'accuracy'],
    ...['last loss', 'accuracy', 'started (UTC)'],
  ];
  for (const line of formatTable([header, ...rows])) terminal.line(line);
}

/** The epoch whose weights are the ones in use; it is in the history however much that is thinned. */
async function bestEpoch(
  request: OpenStudio['request'],
  { id, bestEpoch: best, progress }: RunRecord,
): Promise<EpochMetrics | null> {
  if (best === null) return null;
  const behind = { afterEpoch: best - 1, afterIteration: progress.iterations, maximumPoints: 4 };
  const { epochs } = await request('runs.metrics', { run: id, ...behind });
  return epochs[0] ?? null;
}

const validationCells = (metrics: EpochMetrics | null | undefined): string[] => [
  metrics ? formatLoss(metrics.validation.loss) : '–',
  formatAccuracy(metrics?.validation.accuracy ?? null),
];

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
