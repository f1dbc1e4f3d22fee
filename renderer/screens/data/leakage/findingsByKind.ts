import type { LeakageFinding, LeakageKind } from '../../../../core/contract/LeakageReport.ts';

export interface KindOfFindings {
  readonly kind: LeakageKind;
  readonly findings: readonly LeakageFinding[];
}

/** Each kind once, where its most serious finding stands. */
export function findingsByKind(findings: readonly LeakageFinding[]): KindOfFindings[] {
  const kinds = [...new Set(findings.map(({ kind }) => kind))];
  return kinds.map((kind) => ({
    kind,
    findings: findings.filter((finding) => finding.kind === kind),
  }));
}
