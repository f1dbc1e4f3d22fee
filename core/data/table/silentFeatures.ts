/** What is said of features that can teach nothing: a few are named, many are counted. */
import type { FeatureReader } from './FeatureReader.ts';

const MOST_NAMED = 3;

export function silentFeatures(features: readonly FeatureReader[]): string[] {
  const namesOf = (silence: FeatureReader['silence']) =>
    features.filter((feature) => feature.silence === silence).map(({ name }) => name);
  return [...constantNotes(namesOf('constant')), ...emptyNotes(namesOf('empty'))];
}

function constantNotes(names: readonly string[]): string[] {
  if (names.length > MOST_NAMED) {
    const many = `${names.length} features, first "${names[0]}", are the same in every row and tell nothing.`;
    return [many];
  }
  return names.map((name) => `Feature "${name}" is the same in every row and tells nothing.`);
}

function emptyNotes(names: readonly string[]): string[] {
  if (names.length > MOST_NAMED) {
    return [`${names.length} features, first "${names[0]}", have no value in any row.`];
  }
  return names.map((name) => `Feature "${name}" has no value in any row.`);
}
