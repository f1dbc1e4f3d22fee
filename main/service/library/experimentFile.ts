import type { BoundedFile } from './readBounded.ts';

/** A thousand layers take some 100 kB. */
export const experimentFile: BoundedFile = {
  what: 'experiment',
  most: 16e6,
  code: 'invalid-experiment',
};
