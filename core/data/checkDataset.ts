/** Whether the arrays of a dataset say what its header says; their lengths are right already. */
import type { DatasetTarget } from '../contract/DatasetInfo.ts';
import type { Dataset, TextDataset } from './Dataset.ts';
import { damaged } from './damaged.ts';

/** Throws StudioError `invalid-dataset`. */
export function checkDataset(dataset: Dataset): void {
  const { target, targets, givenSplits } = dataset;
  checkColumns(dataset);
  checkTargets(target, targets);
  if (dataset.kind === 'text') checkOffsets(dataset);
  if (givenSplits === null) return;
  if (givenSplits.some((split) => split > 2)) throw damaged('a sample is in no split');
  if (givenSplits.every((split) => split === 2)) {
    throw damaged('its test part leaves no other samples');
  }
}

function checkColumns({ columns, values }: Dataset): void {
  for (const { name, type, labels } of columns) {
    if ((type === 'category') !== (labels !== undefined)) {
      throw damaged(`the labels of column "${name}" do not fit its type`);
    }
  }
  for (let at = 0; at < values.length; at++) {
    const value = values[at];
    if (Number.isNaN(value)) continue;
    const { name, labels } = columns[at % columns.length];
    if (!Number.isFinite(value)) throw damaged(`a value of column "${name}" is not finite`);
    if (labels && !(value in labels)) {
      throw damaged(`category ${value} of column "${name}" is none of ${labels.length}`);
    }
  }
}

function checkTargets(target: DatasetTarget, targets: Int32Array | Float32Array): void {
  if (target.kind === 'number') {
    if (!targets.every(Number.isFinite)) throw damaged('a target is not a finite number');
    return;
  }
  const counts = new Array<number>(target.labels.length).fill(0);
  for (const index of targets) {
    if (!(index in counts)) throw damaged(`class ${index} is none of ${counts.length}`);
    counts[index] += 1;
  }
  if (counts.join() !== target.counts.join()) throw damaged('its class counts do not add up');
}

function checkOffsets({ offsets, texts }: TextDataset): void {
  const isAscending = offsets.every((offset, index) => index === 0 || offset >= offsets[index - 1]);
  if (offsets[0] !== 0 || offsets.at(-1) !== texts.length || !isAscending) {
    throw damaged('its texts overlap');
  }
}
