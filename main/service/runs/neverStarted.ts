import type { TrainerExit } from './TrainerProcess.ts';

/** The exit of a trainer that there never was: nothing can be said of how it ended. */
export const NEVER_STARTED: TrainerExit = { code: null, signal: null, stderr: '' };
