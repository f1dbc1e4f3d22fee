/** What is said of features that can teach nothing: a few are named, many are counted. */
import type { FeatureReader } from './FeatureReader.ts';

const MOST_NAMED = 3;

export function silentFeatures(features: readonly FeatureReader[]): string[] {
  const constant = features.filter(({ silence }) => silence === 'constant');
  const empty = features.filter(({ silence }) => silence === 'empty');
  return [
    ...(constant.length > MOST_NAMED
      ? [
          `${constant.length} features, first "${constant[0].name}", are the same in every row and tell nothing.`,
        ]
      : constant.map(
          ({ name }) => `Feature "${name}" is the same in every row and tells nothing.`,
        )),
    ...(empty.length > MOST_NAMED
      ? [`${empty.length} features, first "${empty[0].name}", have no value in any row.`]
      : empty.map(({ name }) => `Feature "${name}" has no value in any row.`)),
  ];
}
