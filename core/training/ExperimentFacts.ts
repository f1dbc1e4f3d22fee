/**
 * What the check of an experiment must know of its data: how the split comes out, and what the
 * network is given.
 *
 * Mostly that follows from what the library knows of a dataset, and a check costs nothing. A split
 * by a column, dropped samples, and a vocabulary can only be known by looking at the samples.
 */
import type { DatasetInfo } from '../contract/DatasetInfo.ts';
import type { Problem } from '../contract/ExperimentReport.ts';
import type { ExperimentSpec } from '../contract/ExperimentSpec.ts';
import type { SplitCounts } from '../contract/RunRecord.ts';
import { checkSplit } from '../data/checkSplit.ts';
import { columnInfos } from '../data/columnInfos.ts';
import type { Dataset } from '../data/Dataset.ts';
import { sampleShapeOf } from '../data/sampleShapeOf.ts';
import { splitCounts } from '../data/splitCounts.ts';
import { describeSplits } from '../data/splits/describeSplits.ts';
import { drawSplits } from '../data/splits/drawSplits.ts';
import { fitPreprocessor } from '../preprocessing/fitPreprocessor.ts';
import { usedColumns } from '../preprocessing/usedColumns.ts';
import { createTextWriter } from '../text/createTextWriter.ts';
import { caught } from './caught.ts';

export interface ExperimentFacts {
  /** Null while it cannot be said. */
  readonly counts: SplitCounts | null;
  /** Of an encoded sample; null while it cannot be said. */
  readonly inputShape: readonly number[] | null;
  /** What an Embedding must know, where samples are token numbers. */
  readonly numEmbeddings: number | null;
  readonly problems: readonly Problem[];
}

const unknown: ExperimentFacts = {
  counts: null,
  inputShape: null,
  numEmbeddings: null,
  problems: [],
};

/** Null where the samples must be looked at. */
export function factsOfInfo(spec: ExperimentSpec, info: DatasetInfo): ExperimentFacts | null {
  const { split, preprocessing } = spec;
  const { missingNumbers, missingCategories } = preprocessing;
  if (split.method !== 'random' || info.kind === 'text' || info.edits) return null;
  const drops = usedColumns(info.columns, preprocessing).some(
    ({ type, missing }) =>
      missing > 0 && (type === 'category' ? missingCategories : missingNumbers) === 'drop',
  );
  if (drops && info.kind === 'table') return null;
  return {
    ...unknown,
    counts: splitCounts(info, split),
    inputShape: inputShapeOfInfo(info, preprocessing),
    problems: [...checkSplit(info, split), ...unknownColumns(spec, info)],
  };
}

/** From the samples themselves; what cannot be said is null, with the reason among the problems. */
export function factsOfDataset(spec: ExperimentSpec, dataset: Dataset): ExperimentFacts {
  let facts = unknown;
  const columns = columnInfos(dataset);
  const refused = caught(() => {
    const splits = drawSplits(dataset, spec);
    const { counts, problems } = describeSplits(dataset, spec, splits);
    facts = { ...unknown, counts, problems };
    if (problems.some(({ severity }) => severity === 'error')) return;
    if (dataset.kind !== 'text') {
      const { kind } = dataset;
      const info = { kind, sampleShape: sampleShapeOf(dataset), columns };
      facts = { ...facts, inputShape: inputShapeOfInfo(info, spec.preprocessing) };
      return;
    }
    const fitted = fitPreprocessor(dataset, splits.train, spec.preprocessing);
    if (fitted.kind !== 'text') return;
    const { shape, numEmbeddings } = createTextWriter(fitted);
    facts = { ...facts, inputShape: shape, numEmbeddings };
  });
  const wrong = unknownColumns(spec, { kind: dataset.kind, columns });
  return { ...facts, problems: [...facts.problems, ...wrong, ...refused] };
}

type Described = Pick<DatasetInfo, 'kind' | 'columns' | 'sampleShape'>;

/** Null where no column is left. */
function inputShapeOfInfo(
  { kind, columns, sampleShape }: Described,
  preprocessing: ExperimentSpec['preprocessing'],
): readonly number[] | null {
  if (kind !== 'table') return sampleShape;
  const isOwn = preprocessing.missingCategories === 'ownCategory';
  const widths = usedColumns(columns, preprocessing).map(({ categories, missing }) =>
    categories === null ? 1 : categories + (isOwn && missing > 0 ? 1 : 0),
  );
  const width = widths.reduce((sum, one) => sum + one, 0);
  return width > 0 ? [width] : null;
}

function unknownColumns(
  { preprocessing }: ExperimentSpec,
  { kind, columns }: Pick<DatasetInfo, 'kind' | 'columns'>,
): Problem[] {
  if (kind !== 'table') return [];
  const names = new Set(columns.map(({ name }) => name));
  const problems = preprocessing.excludedColumns.flatMap((name, index): Problem[] => {
    if (names.has(name)) return [];
    const message = `There is no column "${name}" to leave out.`;
    return [{ severity: 'warning', where: `preprocessing.excludedColumns[${index}]`, message }];
  });
  if (usedColumns(columns, preprocessing).length > 0) return problems;
  const message = 'Every column is excluded. At least one must stay.';
  return [...problems, { severity: 'error', where: 'preprocessing.excludedColumns', message }];
}
