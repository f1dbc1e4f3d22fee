import type { DatasetTarget } from '../../contract/DatasetInfo.ts';
import type { SampleEdit } from '../../contract/SampleEdit.ts';
import type { Dataset, Overlay } from '../Dataset.ts';

type CreateBuffer = (bytes: number) => ArrayBufferLike;

/**
 * A dataset with its edits laid over it. Only targets are copied: the samples themselves are shared.
 * Indices stay as they are; an excluded sample keeps its place and is in no split.
 *
 * @param dataset As imported.
 * @param edits As canonicalEdits gives them.
 * @param createBuffer Makes the memory of what is copied: shared, where a thread reads it too.
 */
export function applyEdits(
  dataset: Dataset,
  edits: readonly SampleEdit[],
  createBuffer: CreateBuffer = (bytes) => new ArrayBuffer(bytes),
): Dataset {
  if (edits.length === 0) return dataset;
  const { samples, targets: importedTargets } = dataset;
  const isClass = importedTargets instanceof Int32Array;
  const targets = isClass
    ? new Int32Array(createBuffer(4 * samples))
    : new Float32Array(createBuffer(4 * samples));
  targets.set(importedTargets);
  const excluded = new Uint8Array(createBuffer(samples));
  for (const { index, isExcluded, target } of edits) {
    if (isExcluded) excluded[index] = 1;
    if (target !== null) targets[index] = target;
  }
  const overlay: Overlay = { excluded, importedTargets };
  return { ...dataset, targets, overlay, target: editedTarget(dataset.target, targets, excluded) };
}

/** Counts and range are those of the samples that are left. */
function editedTarget(
  target: DatasetTarget,
  targets: Int32Array | Float32Array,
  excluded: Uint8Array,
): DatasetTarget {
  if (target.kind === 'class') {
    const counts = target.labels.map(() => 0);
    for (const [index, label] of targets.entries()) counts[label] += 1 - excluded[index];
    return { ...target, counts };
  }
  let minimum = Number.POSITIVE_INFINITY;
  let maximum = Number.NEGATIVE_INFINITY;
  for (const [index, value] of targets.entries()) {
    if (excluded[index] === 1) continue;
    minimum = Math.min(minimum, value);
    maximum = Math.max(maximum, value);
  }
  return { ...target, minimum, maximum };
}
