/** Arrays as a table: the columns of the samples, the targets, and the split where there are parts. */
import { StudioError } from '../../../../core/contract/StudioError.ts';
import type { ArrayPart } from '../../../../core/data/npy/arrangeArrays.ts';
import type { NpyArray } from '../../../../core/data/npy/readNpy.ts';
import { CellRow, type CellValue } from '../../../../core/data/table/CellRow.ts';
import type { TableSource } from './TableSource.ts';

const ROWS_BETWEEN_PROGRESS = 10_000;
const splitNames = ['train', 'validation', 'test'];

export function arraysTable(parts: readonly ArrayPart[]): TableSource {
  const [first] = parts;
  const width = first?.samples.shape[1] ?? 0;
  const hasSplits = parts.some(({ split }) => split !== null);
  const rowCount = parts.reduce((sum, { samples }) => sum + (samples.shape[0] ?? 0), 0);
  const names = Array.from({ length: width }, (_, column) => `x${column}`);
  return {
    columnNames: [...names, ...(hasSplits ? ['split'] : []), first?.targetsName ?? 'y'],
    encoding: null,
    delimiter: null,
    numbers: null,
    rowCount,
    warnings: [],
    read: async (onRow, onProgress) => {
      const row = new CellRow();
      let index = 0;
      for (const { samples, targets, split } of parts) {
        const between = hasSplits ? [splitNames[split ?? 0] ?? null] : [];
        for (let sample = 0; sample < (samples.shape[0] ?? 0); sample++, index++) {
          const cells: CellValue[] = [];
          for (let column = 0; column < width; column++) {
            cells.push(samples.at(sample * width + column));
          }
          if (!onRow(row.set(index + 1, [...cells, ...between, targets.at(sample)]))) return;
          if (index % ROWS_BETWEEN_PROGRESS === 0) onProgress?.(index / rowCount);
        }
      }
    },
  };
}

/** A single array of numbers: its last column is the target. Throws StudioError `invalid-dataset`. */
export function matrixTable(array: NpyArray, name: string): TableSource {
  const [rowCount = 0, width = 0, ...more] = array.shape;
  if (more.length > 0 || width < 2) {
    throw new StudioError(
      'invalid-dataset',
      `A single array must be a table [N, columns] with the target last. ` +
        `"${name}" is [${array.shape.join(', ')}].`,
      { where: name, hint: 'Save with numpy.savez(path, x=samples, y=targets).' },
    );
  }
  return {
    columnNames: Array.from({ length: width }, (_, column) => `x${column}`),
    encoding: null,
    delimiter: null,
    numbers: null,
    rowCount,
    warnings: [],
    read: async (onRow, onProgress) => {
      const row = new CellRow();
      for (let index = 0; index < rowCount; index++) {
        const cells = Array.from({ length: width }, (_, column) =>
          array.at(index * width + column),
        );
        if (!onRow(row.set(index + 1, cells))) return;
        if (index % ROWS_BETWEEN_PROGRESS === 0) onProgress?.(index / rowCount);
      }
    },
  };
}
