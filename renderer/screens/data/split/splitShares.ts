/**
 * The split as positions on a bar: where training ends and where validation ends, in hundredths of
 * all samples.
 *
 * Each part keeps at least one hundredth, but the test part may be empty. A dataset with a test
 * part of its own has one border: what is not validation is training.
 */
import type { SplitSpec } from '../../../../core/contract/ExperimentSpec.ts';

const WHOLE = 100;

export function toBorders(split: SplitSpec, hasGivenTest: boolean): number[] {
  const validation = Math.round(split.validation * WHOLE);
  if (hasGivenTest) return [WHOLE - validation];
  const end = WHOLE - Math.round(split.test * WHOLE);
  return [end - validation, end];
}

export function fromBorders(borders: readonly number[], split: SplitSpec): SplitSpec {
  const [train = 1, end = WHOLE] = borders;
  const trainEnd = Math.min(Math.max(train, 1), WHOLE - 1);
  const validationEnd = Math.min(Math.max(end, trainEnd + 1), WHOLE);
  return {
    ...split,
    validation: (validationEnd - trainEnd) / WHOLE,
    test: borders.length > 1 ? (WHOLE - validationEnd) / WHOLE : split.test,
  };
}
