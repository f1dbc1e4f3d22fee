import type { GuardKind } from '../../../core/contract/GuardFinding.ts';

/** Whether what a guard saw has ended the run. */
export const isFatal = (kind: GuardKind) => kind === 'not-finite' || kind === 'exploding-loss';
