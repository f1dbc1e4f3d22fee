import type { Delimiter } from '../../contract/ImportOptions.ts';

/** What may part the cells of a CSV, the most usual first. */
export const delimiters = [',', ';', '\t', '|'] as const satisfies readonly Delimiter[];
