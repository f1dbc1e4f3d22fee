import type { DatasetStatistics, NumberStatistics } from '../../contract/DatasetStatistics.ts';

/** Statistics that name samples by other places than those they were found at. */
export function withPlaces(
  statistics: DatasetStatistics,
  placeOf: (index: number) => number,
): DatasetStatistics {
  const moved = (numbers: NumberStatistics): NumberStatistics => {
    const { outliers } = numbers;
    return { ...numbers, outliers: { ...outliers, indices: outliers.indices.map(placeOf) } };
  };
  const { target, duplicates, columns, image } = statistics;
  return {
    ...statistics,
    target: target.kind === 'class' ? target : { ...target, numbers: moved(target.numbers) },
    duplicates: {
      ...duplicates,
      examples: duplicates.examples.map(({ indices, isConflict }) => ({
        indices: indices.map(placeOf),
        isConflict,
      })),
      near: duplicates.near && {
        ...duplicates.near,
        examples: duplicates.near.examples.map((indices) => indices.map(placeOf)),
      },
    },
    columns: columns.map((column) =>
      column.type === 'category' || !column.numbers
        ? column
        : { ...column, numbers: moved(column.numbers) },
    ),
    image: image && { ...image, brightness: moved(image.brightness) },
  };
}
