/** Each column of a dataset in numbers: what is missing, how values lie, what they say of the target. */
import type { ColumnStatistics } from '../../contract/DatasetStatistics.ts';
import type { Column, Dataset } from '../Dataset.ts';
import { columnValues } from './columnValues.ts';
import { numberStatistics } from './numberStatistics.ts';
import { targetRelation } from './targetRelation.ts';

const MOST_CATEGORIES = 50;

export function columnStatistics(dataset: Dataset, place: number): ColumnStatistics {
  const column = dataset.columns[place];
  const values = columnValues(dataset, place);
  const missing = values.reduce((count, value) => count + (Number.isNaN(value) ? 1 : 0), 0);
  const { name, type } = column;
  if (type === 'category') return { type, name, missing, ...categoryCounts(column, values) };
  const numbers = numberStatistics(values);
  return { type, name, missing, numbers, relation: targetRelation(values, dataset) };
}

function categoryCounts({ labels = [] }: Column, values: Float32Array) {
  const counts = new Uint32Array(labels.length);
  for (const value of values) if (!Number.isNaN(value)) counts[value] += 1;
  const most = labels
    .map((label, index) => ({ label, count: counts[index] }))
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_CATEGORIES);
  return { categories: labels.length, most };
}
