import { shortestFloat32 } from '../contract/shortestFloat32.ts';
import type { Dataset } from './Dataset.ts';

/** A target as people read it: the label of a class, or the number. */
export function targetText({ target }: Pick<Dataset, 'target'>, value: number): string | number {
  if (target.kind === 'class') return target.labels[value] ?? String(value);
  return shortestFloat32(value);
}
