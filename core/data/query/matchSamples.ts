/**
 * Whether a sample is one of those that somebody wants to see.
 *
 * A condition is prepared once and then asked sample by sample, so that whoever asks can stop and do
 * something else in between.
 */
import type { SampleCondition } from '../../contract/SampleQuery.ts';
import type { Dataset } from '../Dataset.ts';
import { editOf } from '../edits/editOf.ts';
import { splitDataset } from '../splitDataset.ts';
import { textsOf } from '../text/textsOf.ts';
import { type QueriedColumn, queriedColumn } from './queriedColumn.ts';

export type Matches = (index: number) => boolean;

/**
 * All conditions hold. Throws StudioError `invalid-request` for a column that is not there or of
 * another type, and as splitDataset does.
 */
export function matchSamples(dataset: Dataset, conditions: readonly SampleCondition[]): Matches {
  const all = conditions.map((condition, place) =>
    matchCondition(dataset, condition, `filter.${place}`),
  );
  return (index) => all.every((matches) => matches(index));
}

function matchCondition(dataset: Dataset, condition: SampleCondition, where: string): Matches {
  switch (condition.kind) {
    case 'text':
      return matchText(dataset, condition.contains);
    case 'range': {
      const { valueAt } = queriedColumn(dataset, condition.column, where);
      // As a dataset keeps them: 0.1 is one of the values up to 0.1.
      const minimum = Math.fround(condition.minimum ?? Number.NEGATIVE_INFINITY);
      const maximum = Math.fround(condition.maximum ?? Number.POSITIVE_INFINITY);
      return (index) => valueAt(index) >= minimum && valueAt(index) <= maximum;
    }
    case 'labels':
      return matchLabels(queriedColumn(dataset, condition.column, where), condition.labels);
    case 'missing': {
      const { valueAt } = queriedColumn(dataset, condition.column, where);
      return (index) => Number.isNaN(valueAt(index));
    }
    case 'split':
      return memberOf(splitDataset(dataset, condition.spec)[condition.split]);
    case 'samples':
      return memberOf(condition.indices);
    case 'edited':
      return (index) => editOf(dataset, index) !== null;
    default:
      return condition satisfies never;
  }
}

function memberOf(indices: Iterable<number>): Matches {
  const members = new Set(indices);
  return (index) => members.has(index);
}

function matchLabels({ labels, valueAt }: QueriedColumn, wanted: readonly string[]): Matches {
  const chosen = new Set(wanted.map((label) => labels.indexOf(label)));
  return (index) => chosen.has(valueAt(index));
}

/** Texts, and the labels of target and categories. */
function matchText(dataset: Dataset, contains: string): Matches {
  const plain = (text: string) => text.normalize('NFC').toLowerCase();
  const part = plain(contains);
  const names = [null, ...dataset.columns.map(({ name }) => name)];
  const columns = names
    .map((name) => queriedColumn(dataset, name, 'filter'))
    .map(({ labels, valueAt }) => {
      const holding = new Set(
        labels.flatMap((label, at) => (plain(label).includes(part) ? at : [])),
      );
      return { holding, valueAt };
    })
    .filter(({ holding }) => holding.size > 0);
  const texts = dataset.kind === 'text' ? textsOf(dataset) : null;
  return (index) =>
    columns.some(({ holding, valueAt }) => holding.has(valueAt(index))) ||
    plain(texts?.at(index) ?? '').includes(part);
}
