import { StudioError } from '../../../core/contract/StudioError.ts';
import type { Dataset } from '../../../core/data/Dataset.ts';

/** The wished target as the dataset keeps it. Throws StudioError `invalid-request`. */
export function targetOfChange(
  { target }: Pick<Dataset, 'target'>,
  wished: string | number | null,
): number | null {
  if (wished === null) return null;
  if (target.kind === 'number') {
    if (typeof wished === 'number') return wished;
    throw refused(`The target of this dataset is a number. Received "${wished}".`);
  }
  const place = target.labels.indexOf(String(wished));
  if (place >= 0) return place;
  const listed = target.labels.slice(0, 20).map((label) => `"${label}"`);
  throw refused(`The dataset has no class "${wished}".`, `Its classes are ${listed.join(', ')}.`);
}

function refused(message: string, hint: string | null = null): StudioError {
  return new StudioError('invalid-request', message, { where: 'target', hint });
}
