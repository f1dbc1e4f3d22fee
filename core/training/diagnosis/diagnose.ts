import type { Diagnosis, DiagnosisState } from '../../contract/Diagnosis.ts';
import type { LocalizedText } from '../../contract/primitives.ts';
import type { EpochMetrics } from '../../contract/RunRecord.ts';
import type { DiagnosisContext } from './DiagnosisContext.ts';
import { explanations } from './explanations.ts';
import { harderTrainingNote } from './harderTrainingNote.ts';
import { historySignals } from './historySignals.ts';
import { remedy } from './remedies.ts';
import { type Case, type Finding, rules } from './rules.ts';
import { joined, withFindings } from './withFindings.ts';

/**
 * Names how a run learns, from its epochs so far, oldest first: the most serious state that holds,
 * the numbers behind it and what to do; what was seen inside the network joins where it explains
 * the state. Pure; the thresholds stand in rules.ts.
 *
 * A run that diverged before its first epoch was measured has an empty history.
 */
export function diagnose(history: readonly EpochMetrics[], context: DiagnosisContext): Diagnosis {
  return withFindings(fromHistory(history, context), context.findings, history);
}

function fromHistory(history: readonly EpochMetrics[], context: DiagnosisContext): Diagnosis {
  if (history.length === 0) return withoutHistory(context);
  const given = { history, signals: historySignals(history, context.target), context };
  for (const { state, find } of rules) {
    const finding = find(given);
    if (finding) {
      const explanation = explanations[state](finding, context);
      return { state, explanation: withNote(state, explanation, given), ...finding };
    }
  }
  throw new Error('The last rule holds for every history.');
}

/** States that say how well the training split is fitted. */
const fits: ReadonlySet<DiagnosisState> = new Set(['plateau', 'underfitting', 'good-fit']);

function withNote(
  state: DiagnosisState,
  explanation: LocalizedText,
  { signals: { train, validation }, context: { harderTraining } }: Case,
): LocalizedText {
  const isTold = fits.has(state) && harderTraining.length > 0 && train.loss > validation.loss;
  return isTold ? joined(explanation, harderTrainingNote(harderTraining)) : explanation;
}

function withoutHistory(context: DiagnosisContext): Diagnosis {
  const { hasDiverged } = context;
  const state = hasDiverged ? 'divergence' : 'too-early';
  const finding: Finding = hasDiverged
    ? { sinceEpoch: 1, numbers: {}, remedies: [remedy('clip-gradients')] }
    : { sinceEpoch: null, numbers: { epochs: 0 }, remedies: [] };
  return { state, explanation: explanations[state](finding, context), ...finding };
}
