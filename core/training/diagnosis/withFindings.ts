/**
 * A diagnosis with what was seen inside the network: a plateau of dead units has other remedies
 * than one of a learning rate too small.
 */
import type { Diagnosis, DiagnosisState, Remedy } from '../../contract/Diagnosis.ts';
import type { GuardFinding, GuardKind } from '../../contract/GuardFinding.ts';
import type { LocalizedText } from '../../contract/primitives.ts';
import type { EpochMetrics } from '../../contract/RunRecord.ts';

/** What explains a state; where a state is not named, findings explain nothing of it. */
const explaining: Readonly<Partial<Record<DiagnosisState, readonly GuardKind[]>>> = {
  divergence: ['not-finite', 'exploding-loss', 'dead-units'],
  plateau: ['dead-units', 'vanishing-gradients'],
  underfitting: ['dead-units', 'vanishing-gradients'],
};

/** Findings that later looks did not confirm are left out. */
export function withFindings(
  diagnosis: Diagnosis,
  findings: readonly GuardFinding[],
  history: readonly EpochMetrics[],
): Diagnosis {
  const kinds = explaining[diagnosis.state] ?? [];
  const lastLook = history.findLast(({ gradientNorm }) => gradientNorm !== null)?.epoch ?? 0;
  const current = findings.filter(({ lastEpoch }) => lastEpoch >= lastLook);
  const relevant = kinds.flatMap((kind) => current.filter((finding) => finding.kind === kind));
  const [first] = relevant;
  if (!first) return diagnosis;
  return {
    ...diagnosis,
    explanation: joined(diagnosis.explanation, first.text),
    remedies: merged([...first.remedies, ...diagnosis.remedies]),
  };
}

export function joined(first: LocalizedText, second: LocalizedText): LocalizedText {
  return { en: `${first.en} ${second.en}`, ko: `${first.ko} ${second.ko}` };
}

/** Each once, and nothing against what stands before it. */
function merged(remedies: readonly Remedy[]): Remedy[] {
  const byCode = new Map<Remedy['code'], Remedy>();
  for (const one of remedies) {
    const contradicts = one.code === 'raise-learning-rate' && byCode.has('lower-learning-rate');
    if (!contradicts && !byCode.has(one.code)) byCode.set(one.code, one);
  }
  return [...byCode.values()];
}
