/** `descent resume RUN`: goes on with an interrupted run, told like a new one. */
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import { type CommandContext, type OpenStudio, withStudio } from '../CommandContext.ts';
import { followRun } from '../followRun.ts';
import { createReporter } from '../reporters/createReporter.ts';

/** Returns the run as it ended. */
export async function resumeCommand(context: CommandContext, run: string): Promise<RunRecord> {
  return withStudio(context, async (studio) => {
    const lowestLoss = await lowestValidationLoss(studio, run);
    const begin = () => studio.request('runs.resume', { run });
    return followRun(studio, { begin, lowestLoss }, createReporter(context));
  });
}

async function lowestValidationLoss({ request }: OpenStudio, run: string): Promise<number> {
  // The best epoch is in the history however much it is thinned.
  const { epochs } = await request('runs.metrics', { run });
  const losses = epochs.map(({ validation }) => validation.loss).filter(Number.isFinite);
  return Math.min(...losses);
}
