import type { TextEncoding } from '../../../../core/contract/ImportOptions.ts';

/** As people write it. */
export const encodingName = (encoding: TextEncoding): string =>
  encoding === 'windows-1252' ? 'Windows-1252' : encoding.toUpperCase();
