/** Every metric against scikit-learn, on inputs that both make from one generator. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lcg, lcgClasses } from '../golden/testing/lcg.ts';
import { accuracyOf } from './accuracyOf.ts';
import { averagePrecision } from './averagePrecision.ts';
import { classScores, type Scores } from './classScores.ts';
import { confusionMatrix } from './confusionMatrix.ts';
import { expectedCalibrationError } from './expectedCalibrationError.ts';
import { oneVersusRest } from './oneVersusRest.ts';
import { predictedClass } from './predictedClass.ts';
import { regressionScores } from './regressionScores.ts';
import { rocAuc } from './rocAuc.ts';
import { softmax } from './softmax.ts';
import { topKAccuracy } from './topKAccuracy.ts';

interface Classification {
  readonly samples: number;
  readonly classes: number;
  readonly raised: number;
  readonly step: number | null;
  readonly never: number | null;
  readonly seed: number;
  readonly expected: {
    readonly accuracy: number;
    readonly top2: number | null;
    readonly confusion: number[][];
    readonly classes: number[][];
    readonly macro: number[];
    readonly weighted: number[];
    readonly rocAuc: number;
    readonly averagePrecision: number;
    readonly expectedCalibrationError: number;
  };
}

interface Regression {
  readonly samples: number;
  readonly error: number;
  readonly offset: number;
  readonly seed: number;
  readonly expected: Readonly<Record<string, number>>;
}

interface Golden {
  readonly sklearn: string;
  readonly classifications: readonly Classification[];
  readonly regressions: readonly Regression[];
}

const path = new URL('../golden/metrics.json', import.meta.url);
const golden: Golden = JSON.parse(readFileSync(path, 'utf8'));

function logitsAndTargets({ samples, classes, raised, step, never, seed }: Classification) {
  const targets = lcgClasses(seed + 1, samples, classes);
  const logits = lcg(seed, [samples, classes], 2).map((value, index) => {
    const label = index % classes;
    if (label === never) return -4;
    const raisedValue = value + (label === targets[Math.floor(index / classes)] ? raised : 0);
    return step ? Math.floor(raisedValue / step) * step : raisedValue;
  });
  return { logits, targets };
}

const listOf = ({ precision, recall, f1 }: Scores) => [precision, recall, f1];
const near = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 12));

describe(`classification equals scikit-learn ${golden.sklearn}`, () => {
  test.each(golden.classifications.map((one) => [`${one.samples} × ${one.classes}`, one] as const))(
    '%s',
    (_, given) => {
      const { samples, classes, expected } = given;
      const { logits, targets } = logitsAndTargets(given);
      const rows = Array.from({ length: samples }, (_row, row) => row);
      const probabilities = Float64Array.from(
        rows.flatMap((row) => [...softmax(logits.subarray(row * classes, (row + 1) * classes))]),
      );
      const predicted = Int32Array.from(rows, (row) => predictedClass(logits, row, classes));
      const counts = confusionMatrix(targets, predicted, classes);
      expect(accuracyOf(logits, targets)).toBeCloseTo(expected.accuracy, 12);
      expect(topKAccuracy(logits, targets, 1)).toBeCloseTo(expected.accuracy, 12);
      if (expected.top2) expect(topKAccuracy(logits, targets, 2)).toBeCloseTo(expected.top2, 12);
      expect(counts).toEqual(expected.confusion);
      const scores = classScores(counts);
      expect(scores.classes.map((one) => [...listOf(one), one.support])).toEqual(
        expected.classes.map(near),
      );
      expect(listOf(scores.macro)).toEqual(near(expected.macro));
      expect(listOf(scores.weighted)).toEqual(near(expected.weighted));
      expect(oneVersusRest(rocAuc, probabilities, targets)).toBeCloseTo(expected.rocAuc, 12);
      expect(oneVersusRest(averagePrecision, probabilities, targets)).toBeCloseTo(
        expected.averagePrecision,
        12,
      );
      expect(expectedCalibrationError(probabilities, targets)).toBeCloseTo(
        expected.expectedCalibrationError,
        12,
      );
    },
  );
});

describe(`regression equals scikit-learn ${golden.sklearn}`, () => {
  test.each(golden.regressions)('%j', ({ samples, error, offset, seed, expected }) => {
    const targets = lcg(seed, [samples]).map((value) => value + offset);
    const errors = lcg(seed + 1, [samples], error);
    const predictions = targets.map((target, row) => target + errors[row]);
    expect(regressionScores(predictions, targets)).toEqual({
      r2: expect.closeTo(expected.r2, 9),
      meanAbsoluteError: expect.closeTo(expected.meanAbsoluteError, 12),
      rootMeanSquaredError: expect.closeTo(expected.rootMeanSquaredError, 12),
    });
  });
});

describe('where a metric is not defined', () => {
  const positive = [true, true];
  test('ROC AUC needs both classes, average precision a positive one', () => {
    expect(rocAuc([0.1, 0.2], positive)).toBeNaN();
    expect(averagePrecision([0.1, 0.2], positive)).toBe(1);
    expect(averagePrecision([0.1, 0.2], [false, false])).toBeNaN();
  });

  test('one versus rest leaves out a class that no sample has', () => {
    const probabilities = [0.7, 0.2, 0.1, 0.3, 0.6, 0.1, 0.2, 0.7, 0.1, 0.8, 0.1, 0.1];
    expect(oneVersusRest(rocAuc, probabilities, Int32Array.of(0, 1, 1, 0))).toBe(1);
  });

  test('a class that neither occurs nor is predicted is left out of the means', () => {
    const scores = classScores([
      [2, 0, 0],
      [1, 1, 0],
      [0, 0, 0],
    ]);
    expect(scores.classes[2]).toEqual({ precision: 0, recall: 0, f1: 0, support: 0 });
    expect(scores.macro.recall).toBe(0.75);
  });

  test('R² of targets that are all the same is 1 when all are met, else 0', () => {
    expect(regressionScores([5, 5], [5, 5]).r2).toBe(1);
    expect(regressionScores([5, 6], [5, 5]).r2).toBe(0);
  });
});
