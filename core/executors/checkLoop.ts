/** What every loop refuses before it runs. */
import { ProgramInputError } from '../graph/errors.ts';

/** Throws ProgramInputError for a loop whose state was never set. */
export function requireState(isSet: boolean): void {
  if (isSet) return;
  throw new ProgramInputError('The state of a loop must be set before its first run.');
}

/** Throws ProgramInputError for anything but an integer of at least 1. */
export function requireSteps(steps: number): void {
  if (Number.isInteger(steps) && steps >= 1) return;
  throw new ProgramInputError(
    `A loop's steps must be an integer of at least 1. Received ${steps}.`,
  );
}
