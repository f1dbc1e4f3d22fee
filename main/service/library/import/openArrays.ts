/** What the arrays of an NPY or NPZ file are: a table, or images by parts. */
import { type ArrayPart, arrangeArrays } from '../../../../core/data/npy/arrangeArrays.ts';
import { arraysTable, matrixTable } from './arraysTable.ts';
import type { InspectContext } from './ImportContext.ts';
import { readArrays } from './readArrays.ts';
import type { TableSource } from './TableSource.ts';

export type OpenedArrays =
  | { readonly kind: 'table'; readonly source: TableSource }
  | { readonly kind: 'image'; readonly parts: readonly ArrayPart[] };

/** Throws StudioError `invalid-dataset`. */
export async function openArrays(context: InspectContext): Promise<OpenedArrays> {
  const { name } = context;
  const arrays = await readArrays(context);
  const [only] = arrays.values();
  if (arrays.size === 1 && only) return { kind: 'table', source: matrixTable(only, name) };
  const parts = arrangeArrays(arrays, name);
  const isTable = parts.every(({ samples }) => samples.shape.length === 2);
  return isTable ? { kind: 'table', source: arraysTable(parts) } : { kind: 'image', parts };
}
