import type { PreprocessingSpec } from '../contract/ExperimentSpec.ts';

/** Of a table's columns, those that the model sees. */
export function usedColumns<C extends { readonly name: string }>(
  columns: readonly C[],
  { excludedColumns }: Pick<PreprocessingSpec, 'excludedColumns'>,
): C[] {
  const excluded = new Set(excludedColumns);
  return columns.filter(({ name }) => !excluded.has(name));
}
