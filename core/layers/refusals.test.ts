/** What layers refuse, by its words: options out of range, and samples that do not fit. */
import { expect, test } from 'vitest';
import type { Component } from '../contract/ModelSpec.ts';
import { StudioError } from '../contract/StudioError.ts';
import type { Shape } from '../graph/Tensor.ts';
import { buildLayer } from '../model/buildModel.ts';

type Refusal = readonly [type: string, options: Component['options'], sample: Shape, words: string];

const refusals: readonly Refusal[] = [
  ['ELU', { alpha: 0 }, [3], 'ELU alpha must be in (0, 100]. Received 0.'],
  ['GELU', { approximate: 'erf' }, [3], 'GELU approximate must be none or tanh. Received "erf".'],
  ['Softmax', { dim: 1.5 }, [3], 'Softmax dim must be an integer in [-8, 8]. Received 1.5.'],
  ['Softmax', { dim: 0 }, [3], 'Softmax dim must be 1 or -1 for samples of 1 axis. Received 0.'],
  [
    'LogSoftmax',
    { dim: -4 },
    [1, 2, 3],
    'LogSoftmax dim must be in [1, 3] or [-3, -1] for samples of 3 axes. Received -4.',
  ],
];

test.each(refusals)('%s %o of %o', (type, options, sample, words) => {
  let refusal: unknown;
  try {
    buildLayer({ type, options }, sample, 4);
  } catch (error) {
    refusal = error;
  }
  expect(refusal).toBeInstanceOf(StudioError);
  expect(refusal).toMatchObject({ code: 'invalid-experiment', message: words });
  expect((refusal as StudioError).where).toMatch(/^model\.layers\[4\]/);
});
