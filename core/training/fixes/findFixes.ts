/**
 * What makes a problem go away, found by trying: of all edits that could help, those are kept behind
 * which the check finds less to say.
 *
 * So a fix can never be wrong about its own effect. What proposes the edits need not know why a layer
 * refuses what it is given; what it does know only keeps edits that cannot help from being tried.
 */
import { applySpecEdits } from '../../contract/applySpecEdits.ts';
import type { ExperimentReport, Problem } from '../../contract/ExperimentReport.ts';
import type { ExperimentSpec } from '../../contract/ExperimentSpec.ts';
import { pathOfPlace } from '../../contract/layerPath.ts';
import type { SpecFix } from '../../contract/SpecEdit.ts';
import { layerCandidates } from './layerCandidates.ts';
import { resolvedLabel } from './resolvedLabel.ts';
import { settingCandidates } from './settingCandidates.ts';

/** What a check found, without fixes. */
export type Findings = Pick<ExperimentReport, 'problems' | 'layers' | 'splits'>;

const MOST_MENDED = 8;
const MOST_FIXES = 3;

/**
 * The problems with their fixes; those that bring their own are left as they are. A suggestion is
 * not made where following it would be an error: of batch normalization in minibatches of one, say.
 */
export function withFixes(
  spec: ExperimentSpec,
  findings: Findings,
  outputs: number,
  check: (changed: ExperimentSpec) => Findings,
): Problem[] {
  let mended = 0;
  const errors = countOf(findings, 'error');
  const isHarmless = ({ edits }: SpecFix) =>
    countOf(check(applySpecEdits(spec, edits)), 'error') <= errors;
  // The same advice at many places is tried once.
  const tried = new Map<string, boolean>();
  return findings.problems.flatMap((problem) => {
    const { severity, message } = problem;
    if (severity === 'suggestion') {
      const isSound = tried.get(message) ?? problem.fixes?.every(isHarmless) ?? true;
      tried.set(message, isSound);
      return isSound ? problem : [];
    }
    if (problem.fixes || mended >= MOST_MENDED) return problem;
    const candidates = candidatesFor(spec, problem, findings, outputs);
    if (candidates.length === 0) return problem;
    mended += 1;
    const fixes = working(spec, problem, findings, { candidates, check });
    return fixes.length > 0 ? { ...problem, fixes } : problem;
  });
}

function candidatesFor(
  spec: ExperimentSpec,
  problem: Problem,
  { layers, splits }: Findings,
  outputs: number,
): SpecFix[] {
  if (!problem.where.startsWith('model')) {
    return settingCandidates(spec, problem, splits?.train ?? null);
  }
  if (problem.severity !== 'error') return [];
  const inputShapeOf = (index: number) => layers[index]?.inputShape ?? null;
  return layerCandidates(spec, problem, { inputShapeOf, outputs });
}

function working(
  spec: ExperimentSpec,
  problem: Problem,
  before: Findings,
  { candidates, check }: { candidates: readonly SpecFix[]; check: (s: ExperimentSpec) => Findings },
): SpecFix[] {
  const fixes: SpecFix[] = [];
  for (const candidate of candidates) {
    if (fixes.length >= MOST_FIXES) break;
    const changed = applySpecEdits(spec, candidate.edits);
    if (changed.model.layers.length === 0) continue;
    const after = check(changed);
    if (!isBetter(after, before, problem)) continue;
    const fix = resolvedLabel(candidate, after);
    if (fixes.every(({ label }) => label.en !== fix.label.en)) fixes.push(fix);
  }
  return fixes;
}

/**
 * The problem is gone, and neither more layers nor more of the rest are in trouble than before.
 *
 * Where more shapes become known, errors behind the fault may come to light, which the edit has not
 * made; those up to the fault were all known, so of them there must be fewer.
 */
function isBetter(after: Findings, before: Findings, { where, message, severity }: Problem) {
  const unknown = (one: Findings) => one.layers.filter((layer) => !layer.outputShape).length;
  if (unknown(after) !== unknown(before)) {
    const behind = before.layers.length - 1 - (layerIndexOf(where) ?? before.layers.length - 1);
    return (
      unknown(after) < unknown(before) && errorsBefore(after, behind) < errorsBefore(before, behind)
    );
  }
  const isLeft = after.problems.some((one) => one.where === where && one.message === message);
  if (isLeft || countOf(after, 'error') > countOf(before, 'error')) return false;
  return countOf(after, severity) < countOf(before, severity);
}

const countOf = ({ problems }: Findings, severity: Problem['severity']) =>
  problems.filter((problem) => problem.severity === severity).length;

/** Errors of the layers in front of the last so many. */
function errorsBefore({ problems, layers }: Findings, behind: number): number {
  return problems.filter(({ severity, where }) => {
    const index = layerIndexOf(where);
    return severity === 'error' && index !== null && index < layers.length - behind;
  }).length;
}

/** Of the layer, or the block with the layer, that a place lies in. */
const layerIndexOf = (where: string): number | null => pathOfPlace(where)?.[0] ?? null;
