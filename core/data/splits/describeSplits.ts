/** What a drawn split is like: its counts, and what is wrong with it. */
import type { Problem } from '../../contract/ExperimentReport.ts';
import type { SplitCounts } from '../../contract/RunRecord.ts';
import { emptySplits } from '../checkSplit.ts';
import type { Dataset } from '../Dataset.ts';
import { includedSamples } from '../edits/includedSamples.ts';
import { countSplits } from './countSplits.ts';
import { columnValues, type SplitWish } from './drawSplits.ts';
import { groupsOf } from './groupedParts.ts';
import type { Splits } from './Splits.ts';

export interface SplitDescription {
  readonly counts: SplitCounts;
  readonly problems: readonly Problem[];
}

/** Off by so much of all samples, a share of whole groups is worth a word. */
const FAR_OFF = 0.1;

export function describeSplits(
  dataset: Dataset,
  wish: SplitWish,
  splits: Splits,
): SplitDescription {
  const counts = countSplits(splits, dataset);
  const kept = includedSamples(dataset) - (counts.dropped ?? 0);
  const source = { samples: kept, given: null, counts };
  const errors = emptySplits(source, wish.split);
  if (errors.length > 0) return { counts, problems: [...droppedSamples(counts), ...errors] };
  const problems = [
    ...droppedSamples(counts),
    ...unseenClasses(dataset, splits),
    ...columnProblems(dataset, wish, splits),
  ];
  return { counts, problems };
}

const warning = (where: string, message: string): Problem => ({
  severity: 'warning',
  where,
  message,
});

const samplesOf = (count: number) => (count === 1 ? '1 sample' : `${count} samples`);

function droppedSamples({ dropped = 0 }: SplitCounts): Problem[] {
  if (dropped === 0) return [];
  const samples = samplesOf(dropped);
  return [warning('preprocessing', `Left out of every split for want of a value: ${samples}.`)];
}

function unseenClasses({ target, targets }: Dataset, splits: Splits): Problem[] {
  if (target.kind === 'number') return [];
  const parts = [
    ['training', splits.train],
    ['validation', splits.validation],
    ['test', splits.test],
  ] as const;
  const seen = parts
    .filter(([, indices]) => indices.length > 0)
    .map(([name, indices]) => ({ name, classes: new Set(Array.from(indices, (i) => targets[i])) }));
  return target.labels.flatMap((label, index) => {
    const count = target.counts[index];
    const missing = seen.find(({ classes }) => !classes.has(index));
    if (!missing || count === 0) return [];
    const samples = samplesOf(count);
    return [
      warning('split', `Class "${label}" has ${samples}, none in the ${missing.name} split.`),
    ];
  });
}

function columnProblems(dataset: Dataset, wish: SplitWish, splits: Splits): Problem[] {
  const { method, column } = wish.split;
  if (method !== 'grouped' && method !== 'ordered') return [];
  const valueAt = columnValues(dataset, wish);
  const drawn = [...splits.train, ...splits.validation, ...splits.test];
  const missing = drawn.filter((index) => Number.isNaN(valueAt(index))).length;
  const samples = samplesOf(missing);
  if (method === 'ordered') {
    if (missing === 0) return [];
    const message = `Kept for training, since "${column}" is unknown: ${samples}.`;
    return [warning('split.column', message)];
  }
  const problems: Problem[] = [];
  if (missing > 0) {
    const message = `One group, since "${column}" is unknown: ${samples}.`;
    problems.push(warning('split.column', message));
  }
  if (groupsOf(drawn, valueAt).length === drawn.length) {
    const message = `Every sample has a value of "${column}" of its own: nothing is grouped.`;
    problems.push(warning('split.column', message));
  }
  return [...problems, ...straddlingGroups(dataset, wish, splits), ...farOff(wish, splits)];
}

/** Only a given test part can cut a group. */
function straddlingGroups(dataset: Dataset, wish: SplitWish, { train, validation, test }: Splits) {
  const valueAt = columnValues(dataset, wish);
  const sealed = new Set(Array.from(test, valueAt));
  const shared = new Set([...train, ...validation].map(valueAt).filter((one) => sealed.has(one)));
  if (shared.size === 0) return [];
  const groups = shared.size === 1 ? '1 group' : `${shared.size} groups`;
  const message = `The given test split shares ${groups} of "${wish.split.column}" with the others.`;
  return [warning('split.column', message)];
}

function farOff({ split }: SplitWish, { train, validation, test }: Splits): Problem[] {
  const free = train.length + validation.length + test.length;
  return (['validation', 'test'] as const).flatMap((name) => {
    const share = (name === 'validation' ? validation : test).length / free;
    if (Math.abs(share - split[name]) <= FAR_OFF) return [];
    const percent = (value: number) => `${Math.round(100 * value)} %`;
    const message =
      `The ${name} split gets ${percent(share)} of the samples instead of ` +
      `${percent(split[name])}: groups of "${split.column}" are not divided.`;
    return [warning(`split.${name}`, message)];
  });
}
