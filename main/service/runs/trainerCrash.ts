/** What to tell of a trainer that ended without saying how. */
import type { RunPosition } from '../../../core/contract/RunRecord.ts';
import { StudioError, type StudioErrorData } from '../../../core/contract/StudioError.ts';
import type { TrainerExit } from './TrainerProcess.ts';

export function trainerCrash(exit: TrainerExit, kept: RunPosition | null): StudioErrorData {
  if (exit.isWindow) return windowCrash(exit.stderr, kept);
  const detail = lastLine(exit.stderr);
  const message = `The trainer process ended unexpectedly (${causeOf(exit)})${detail ? `: ${detail}` : '.'}`;
  return new StudioError('trainer-crashed', message, { hint: whatIsSafe(kept) }).toData();
}

/**
 * In few words, for whoever knows that it ended. Drivers of graphics cards write warnings to the error
 * stream: what a process wrote that was killed need not be why.
 */
export function describeExit(exit: TrainerExit): string {
  if (exit.fault) return exit.fault;
  return exit.signal ? causeOf(exit) : lastLine(exit.stderr) || causeOf(exit);
}

function causeOf({ signal, code }: TrainerExit): string {
  return signal ? `signal ${signal}` : `exit code ${code ?? 'unknown'}`;
}

function windowCrash(reason: string, kept: RunPosition | null): StudioErrorData {
  const message = `The training on the GPU ended unexpectedly: ${lastLine(reason)}`;
  return new StudioError('trainer-crashed', message, { hint: whatIsSafe(kept) }).toData();
}

/** For a trainer that was asked to stop and never did. */
export function trainerOverdue(kept: RunPosition | null): StudioErrorData {
  const message = 'The trainer process did not answer the stop in time, and was ended.';
  return new StudioError('trainer-crashed', message, { hint: whatIsSafe(kept) }).toData();
}

/** For a run whose whole service is gone. */
export function serviceCrash(kept: RunPosition | null): StudioErrorData {
  const message = 'The studio ended while this run was unfinished.';
  return new StudioError('service-crashed', message, { hint: whatIsSafe(kept) }).toData();
}

function whatIsSafe(kept: RunPosition | null): string {
  if (!kept) return 'No epoch was finished, so nothing was lost. Start the experiment again.';
  return (
    `The metrics and weights up to iteration ${kept.iteration} (epoch ${kept.epoch}) are kept. ` +
    'Resume the run to go on from there.'
  );
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.trim().slice(0, 300) ?? '';
}
