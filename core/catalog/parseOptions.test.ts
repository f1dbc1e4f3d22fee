import { expect, test } from 'vitest';
import type { Options } from '../contract/ModelSpec.ts';
import { StudioError } from '../contract/StudioError.ts';
import { catalog } from './catalog.ts';
import { parseOptions } from './parseOptions.ts';

const descriptors = Object.values(catalog).flat();

function parse(type: string, options: unknown) {
  const descriptor = descriptors.find((one) => one.type === type);
  if (!descriptor) throw new Error(`The catalog has no ${type}.`);
  return parseOptions(descriptor, options as Options, 'here');
}

test('defaults fill what is left out; what is inferred stays open', () => {
  expect(parse('Linear', { outFeatures: 10 })).toEqual({ outFeatures: 10, bias: true });
  expect(parse('BatchNorm1d', {})).toEqual({ eps: 1e-5, momentum: 0.1, affine: true });
  expect(parse('Adam', { learningRate: 0.01 })).toEqual({
    learningRate: 0.01,
    betas: [0.9, 0.999],
    eps: 1e-8,
    amsgrad: false,
    weightDecay: 0,
    weightDecayOn: 'weights',
  });
});

test.each([
  ['Dropout', { p: 1.2 }, 'p', 'Dropout p must be in [0, 1). Received 1.2.'],
  ['Dropout', { p: -0.1 }, 'p', 'Dropout p must be in [0, 1). Received -0.1.'],
  ['Dropout', { p: '0.2' }, 'p', 'Dropout p must be in [0, 1). Received "0.2".'],
  ['Dropout', { p: null }, 'p', 'Dropout p must be in [0, 1). Received null.'],
  [
    'Dropout',
    { scaling: 'none' },
    'scaling',
    'Dropout scaling must be inverted or classic. Received "none".',
  ],
  [
    'Linear',
    { outFeatures: 2.5 },
    'outFeatures',
    'Linear outFeatures must be an integer in [1, 65536]. Received 2.5.',
  ],
  [
    'Linear',
    { outFeatures: 4, inFeatures: 0 },
    'inFeatures',
    'Linear inFeatures must be an integer in [1, ∞). Received 0.',
  ],
  ['Linear', { outFeatures: 4, bias: 1 }, 'bias', 'Linear bias must be true or false. Received 1.'],
  ['Linear', {}, 'outFeatures', 'Linear needs outFeatures: an integer in [1, 65536].'],
  ['SGD', { learningRate: 0 }, 'learningRate', 'SGD learningRate must be in (0, ∞). Received 0.'],
  ['SGD', { learningRate: -1 }, 'learningRate', 'SGD learningRate must be in (0, ∞). Received -1.'],
  [
    'SGD',
    { learningRate: Number.NaN },
    'learningRate',
    'SGD learningRate must be in (0, ∞). Received NaN.',
  ],
  [
    'Adam',
    { learningRate: Number.POSITIVE_INFINITY },
    'learningRate',
    'Adam learningRate must be in (0, ∞). Received Infinity.',
  ],
  ['Adam', { betas: [0.9] }, 'betas', 'Adam betas must be 2 numbers in [0, 1). Received [0.9].'],
  [
    'Adam',
    { betas: [0.9, 1] },
    'betas',
    'Adam betas must be 2 numbers in [0, 1). Received [0.9, 1].',
  ],
  [
    'BatchNorm1d',
    { momentum: 0 },
    'momentum',
    'BatchNorm1d momentum must be in (0, 1]. Received 0.',
  ],
  [
    'CrossEntropyLoss',
    { weight: [1, 0] },
    'weight',
    'CrossEntropyLoss weight must be a list of numbers in (0, ∞). Received [1, 0].',
  ],
  [
    'CrossEntropyLoss',
    { weight: 2 },
    'weight',
    'CrossEntropyLoss weight must be a list of numbers in (0, ∞). Received 2.',
  ],
  [
    'CrossEntropyLoss',
    { labelSmoothing: 1.5 },
    'labelSmoothing',
    'CrossEntropyLoss labelSmoothing must be in [0, 1]. Received 1.5.',
  ],
  ['HuberLoss', { delta: 0 }, 'delta', 'HuberLoss delta must be in (0, ∞). Received 0.'],
  ['SmoothL1Loss', { beta: -1 }, 'beta', 'SmoothL1Loss beta must be in [0, ∞). Received -1.'],
  ['RMSprop', { alpha: 1 }, 'alpha', 'RMSprop alpha must be in [0, 1). Received 1.'],
  ['Adadelta', { rho: 1 }, 'rho', 'Adadelta rho must be in [0, 1). Received 1.'],
  ['Adagrad', { eps: 0 }, 'eps', 'Adagrad eps must be in (0, ∞). Received 0.'],
  ['AdamW', { amsgrad: 1 }, 'amsgrad', 'AdamW amsgrad must be true or false. Received 1.'],
  [
    'NAdam',
    { momentumDecay: -1 },
    'momentumDecay',
    'NAdam momentumDecay must be in [0, ∞). Received -1.',
  ],
  [
    'MultiStepLR',
    { milestones: [2.5] },
    'milestones',
    'MultiStepLR milestones must be a list of integers in [1, ∞). Received [2.5].',
  ],
  [
    'StepLR',
    { stepSize: 0 },
    'stepSize',
    'StepLR stepSize must be an integer in [1, ∞). Received 0.',
  ],
  [
    'ExponentialLR',
    { gamma: 1.1 },
    'gamma',
    'ExponentialLR gamma must be in (0, 1]. Received 1.1.',
  ],
  [
    'ReduceLROnPlateau',
    { factor: 1 },
    'factor',
    'ReduceLROnPlateau factor must be in (0, 1). Received 1.',
  ],
  ['OneCycleLR', { pctStart: 2 }, 'pctStart', 'OneCycleLR pctStart must be in [0, 1]. Received 2.'],
  [
    'ClipGradNorm',
    { maxNorm: 0 },
    'maxNorm',
    'ClipGradNorm maxNorm must be in (0, ∞). Received 0.',
  ],
  [
    'KaimingUniform',
    { mode: 'fan_in' },
    'mode',
    'KaimingUniform mode must be fanIn or fanOut. Received "fan_in".',
  ],
  [
    'SynonymReplacement',
    { synonyms: 'a: b' },
    'synonyms',
    'SynonymReplacement synonyms must be a list of lines. Received "a: b".',
  ],
  [
    'SynonymReplacement',
    { synonyms: [1] },
    'synonyms',
    'SynonymReplacement synonyms must be a list of lines. Received [1].',
  ],
  ['Dropout', { q: 0.2 }, 'q', 'Dropout has no option "q".'],
  ['ReLU', { inplace: true }, 'inplace', 'ReLU has no option "inplace".'],
  ['ReLU', { constructor: 1 }, 'constructor', 'ReLU has no option "constructor".'],
])('%s %j is refused at %s', (type, options, name, message) => {
  try {
    parse(type, options);
  } catch (error) {
    if (!(error instanceof StudioError)) throw error;
    expect(error.toData()).toMatchObject({
      code: 'invalid-experiment',
      message,
      where: `here.options.${name}`,
    });
    return;
  }
  throw new Error('Nothing was refused.');
});

test('an unknown option is answered with the known ones', () => {
  expect(() => parse('Dropout', { q: 1 })).toThrow(
    expect.objectContaining({ hint: 'Its options are p, scaling.' }),
  );
});
