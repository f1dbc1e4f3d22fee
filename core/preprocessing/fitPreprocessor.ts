/**
 * Learns from the training split how samples become numbers.
 *
 * Only values of `train` enter a statistic: those of other samples would leak what is to be
 * predicted. The labels of a category, and whether any sample lacks one, are no statistic but the
 * type of its column; so the shape of a model's input does not depend on how a split was drawn.
 */
import type { PreprocessingSpec, TextSpec } from '../contract/ExperimentSpec.ts';
import { StudioError } from '../contract/StudioError.ts';
import type { Column, Dataset, ImageDataset, TableDataset, TextDataset } from '../data/Dataset.ts';
import { textsOf } from '../data/text/textsOf.ts';
import { sizeOf } from '../graph/Tensor.ts';
import { fitText } from '../text/fitText.ts';
import { columnStatistics, scaleAndShift } from './columnStatistics.ts';
import type { ColumnEncoding, Preprocessor } from './Preprocessor.ts';
import { usedColumns } from './usedColumns.ts';

/** Words, counted. */
export const defaultTextSpec: TextSpec = {
  tokenizer: { type: 'Words', options: {} },
  vectorizer: { type: 'BagOfWords', options: {} },
};

/** Throws StudioError `invalid-experiment` for a table without a column left, or as fitText does. */
export function fitPreprocessor(
  dataset: Dataset,
  train: Int32Array,
  spec: PreprocessingSpec,
): Preprocessor {
  switch (dataset.kind) {
    case 'image':
      return fitImages(dataset, train, spec);
    case 'table':
      return { kind: 'table', columns: fitColumns(dataset, train, spec) };
    case 'text':
      return {
        kind: 'text',
        ...fitText(trainingTexts(dataset, train), spec.text ?? defaultTextSpec),
      };
    default:
      return dataset satisfies never;
  }
}

/** One after the other, so that no more than one is held. */
function* trainingTexts(dataset: TextDataset, train: Int32Array): Generator<string> {
  const texts = textsOf(dataset, train);
  for (let place = 0; place < texts.length; place++) yield texts.at(place) ?? '';
}

function fitImages(
  { images, sampleShape }: ImageDataset,
  train: Int32Array,
  { normalization }: PreprocessingSpec,
): Preprocessor {
  const size = sizeOf(sampleShape);
  const kind = 'image';
  if (normalization === 'none') return { kind, sampleShape: [...sampleShape], scale: 1, shift: 0 };
  // A byte has 256 values, so counting them is one pass instead of two.
  const counts = new Float64Array(256);
  for (const index of train) {
    for (let at = index * size; at < (index + 1) * size; at++) counts[images[at]]++;
  }
  return {
    kind,
    sampleShape: [...sampleShape],
    ...scaleAndShift(byteStatistics(counts), normalization),
  };
}

function byteStatistics(counts: Float64Array) {
  const present = [...counts.keys()].filter((value) => counts[value] > 0);
  const total = present.reduce((sum, value) => sum + counts[value], 0);
  const mean = present.reduce((sum, value) => sum + value * counts[value], 0) / total;
  const squares = present.reduce((sum, value) => sum + counts[value] * (value - mean) ** 2, 0);
  return {
    minimum: present[0] ?? 0,
    maximum: present.at(-1) ?? 0,
    mean,
    deviation: Math.sqrt(squares / total),
  };
}

function fitColumns(
  dataset: TableDataset,
  train: Int32Array,
  spec: PreprocessingSpec,
): ColumnEncoding[] {
  const used = usedColumns(dataset.columns, spec);
  if (used.length === 0) {
    throw new StudioError(
      'invalid-experiment',
      'Every column is excluded. At least one must stay.',
      {
        where: 'preprocessing.excludedColumns',
      },
    );
  }
  return used.map((column) => fitColumn(dataset, train, spec, column));
}

function fitColumn(
  { columns, values, samples }: TableDataset,
  train: Int32Array,
  { normalization, missingNumbers, missingCategories }: PreprocessingSpec,
  column: Column,
): ColumnEncoding {
  const { name, type, labels = [] } = column;
  const place = columns.indexOf(column);
  const valueAt = (index: number) => values[index * columns.length + place];
  const trained = new Float32Array(train.length);
  for (let row = 0; row < train.length; row++) trained[row] = valueAt(train[row]);
  if (type !== 'category') {
    const statistics = columnStatistics(trained);
    const missing = missingNumbers === 'drop' ? null : Math.fround(statistics.mean);
    return { name, type, ...scaleAndShift(statistics, normalization), missing };
  }
  if (missingCategories === 'mostFrequent') {
    return { name, type, labels: [...labels], missing: mostFrequent(trained, labels.length) };
  }
  let isMissing = false;
  for (let index = 0; index < samples && !isMissing; index++) {
    isMissing = Number.isNaN(valueAt(index));
  }
  const missing = missingCategories === 'ownCategory' && isMissing ? missingCategories : null;
  return { name, type, labels: [...labels], missing };
}

/** The first of equally frequent ones; null where no sample has a value. */
function mostFrequent(values: Float32Array, labels: number): number | null {
  const counts = new Array<number>(labels).fill(0);
  for (const value of values) if (!Number.isNaN(value)) counts[value] += 1;
  const most = counts.reduce((one, other) => Math.max(one, other), 0);
  return most === 0 ? null : counts.indexOf(most);
}
