/** `descent resume RUN`: goes on with an interrupted run, told like a new one. */
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import { type CommandContext, type OpenStudio, withStudio } from '../CommandContext.ts';
import { followRun } from '../followRun.ts';
import { parseEpoch } from '../parseEpoch.ts';
import { createReporter } from '../reporters/createReporter.ts';

/** Returns the run as it ended. */
export async function resumeCommand(
  context: CommandContext,
  run: string,
  options: { readonly epoch?: string } = {},
): Promise<RunRecord> {
  const epoch = parseEpoch(options.epoch);
  return withStudio(context, async (studio) => {
    const lowestLoss = await lowestValidationLoss(studio, run, epoch.epoch);
    const begin = () => studio.request('runs.resume', { run, ...epoch });
    return followRun(studio, { begin, lowestLoss }, createReporter(context));
  });
}

async function lowestValidationLoss(
  { request }: OpenStudio,
  run: string,
  upTo = Number.POSITIVE_INFINITY,
): Promise<number> {
  // The best epoch is in the history however much it is thinned.
  const { epochs } = await request('runs.metrics', { run });
  const before = epochs.filter(({ epoch }) => epoch <= upTo);
  const losses = before.map(({ validation }) => validation.loss).filter(Number.isFinite);
  return Math.min(...losses);
}
