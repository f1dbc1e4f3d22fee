import type { Dataset } from './Dataset.ts';

/** A target as people read it: the label of a class, or the number. */
export function targetText({ target }: Pick<Dataset, 'target'>, value: number): string | number {
  return target.kind === 'class' ? (target.labels[value] ?? String(value)) : value;
}
