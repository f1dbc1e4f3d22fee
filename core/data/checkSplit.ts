/** What is wrong with a random split, said from counts alone, before any sample is drawn. */
import type { DatasetTarget } from '../contract/DatasetInfo.ts';
import type { Problem } from '../contract/ExperimentReport.ts';
import type { SplitSpec } from '../contract/ExperimentSpec.ts';
import type { SplitCounts } from '../contract/RunRecord.ts';
import { partsPerClass } from './partsPerClass.ts';
import { type SplitSource, splitCounts } from './splitCounts.ts';

/** A class that no training sample shows is a warning; empty splits are errors. */
export function checkSplit(
  source: SplitSource & { readonly target: DatasetTarget },
  spec: SplitSpec,
): Problem[] {
  const { samples, given } = source;
  const errors = emptySplits({ samples, given, counts: splitCounts(source, spec) }, spec);
  return errors.length > 0 ? errors : unseenClasses(source, spec);
}

/** Errors for splits without a sample; of the test split only where one was asked for. */
export function emptySplits(
  { samples, given, counts }: SplitSource & { readonly counts: SplitCounts },
  spec: SplitSpec,
): Problem[] {
  const free = samples - (given?.test ?? 0);
  const problems: Problem[] = [];
  if (counts.validation === 0) problems.push(emptySplit('validation', spec, free));
  if (counts.test === 0 && spec.test > 0) problems.push(emptySplit('test', spec, free));
  if (counts.train === 0) {
    const shares = given?.test ? 'validation' : 'validation and test';
    const message =
      `The training split must hold at least one sample. Of ${free} samples, ` +
      `${shares} take ${free - counts.train}.`;
    problems.push({ severity: 'error', where: 'split', message });
  }
  return problems;
}

function emptySplit(split: 'validation' | 'test', spec: SplitSpec, free: number): Problem {
  const share = spec[split];
  const message =
    spec.method === 'random'
      ? `The ${split} split must hold at least one sample. A share of ${share} of ${free} samples gives 0.`
      : `The ${split} split must hold at least one sample. This way of splitting ${free} samples leaves none.`;
  return { severity: 'error', where: `split.${split}`, message };
}

/**
 * Known beforehand only for a stratified split of all samples: then the parts follow from the class
 * counts alone.
 */
function unseenClasses(
  source: SplitSource & { readonly target: DatasetTarget },
  spec: SplitSpec,
): Problem[] {
  const { target } = source;
  if (target.kind === 'number' || !spec.stratified || source.given?.test) return [];
  const parts = partsPerClass(target.counts, splitCounts(source, spec));
  const problems: Problem[] = [];
  for (const [index, label] of target.labels.entries()) {
    const count = target.counts[index];
    const missing = (['train', 'validation'] as const).find((split) => parts[split][index] === 0);
    if (!missing || count === 0) continue;
    const split = missing === 'train' ? 'training' : 'validation';
    const samples = count === 1 ? '1 sample' : `${count} samples`;
    const message = `Class "${label}" has ${samples}, none in the ${split} split.`;
    problems.push({ severity: 'warning', where: 'split', message });
  }
  return problems;
}
