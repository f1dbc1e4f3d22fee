import { describe, expect, it } from 'vitest';
import { accuracyOf } from './accuracyOf.ts';
import { confusionMatrix } from './confusionMatrix.ts';
import { predictedClass } from './predictedClass.ts';
import { softmax } from './softmax.ts';

describe('predictedClass', () => {
  it('takes the largest logit of the row, the first of equal ones', () => {
    const logits = [0, 5, 2, 1, 1, 1, -3, -2, -2];
    expect([0, 1, 2].map((row) => predictedClass(logits, row, 3))).toEqual([1, 0, 1]);
  });
});

describe('accuracyOf', () => {
  it('is the share of right ones', () => {
    const logits = Float32Array.of(0, 1, 1, 0, 0, 1, 3, 2);
    expect(accuracyOf(logits, Int32Array.of(1, 0, 0, 0))).toBe(0.75);
    expect(accuracyOf(new Float32Array(), new Int32Array())).toBeNaN();
  });
});

describe('confusionMatrix', () => {
  it('counts actual by predicted', () => {
    const actual = Int32Array.of(0, 0, 1, 2, 2);
    const predicted = Int32Array.of(0, 1, 1, 0, 2);
    expect(confusionMatrix(actual, predicted, 3)).toEqual([
      [1, 1, 0],
      [0, 1, 0],
      [1, 0, 1],
    ]);
  });
});

describe('softmax', () => {
  it('gives the known probabilities', () => {
    const [a, b] = softmax([0, Math.log(3)]);
    expect(a).toBeCloseTo(0.25, 15);
    expect(b).toBeCloseTo(0.75, 15);
  });

  it('neither overflows nor vanishes', () => {
    expect([...softmax([10_000, 9000, -10_000])]).toEqual([1, 0, 0]);
    expect([...softmax([-9000, -9000])]).toEqual([0.5, 0.5]);
  });
});
