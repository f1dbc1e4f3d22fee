/**
 * Model files that somebody wrote to do harm: each is refused with its place, none gets further.
 *
 * A hang or a crash for want of memory fails by the time-out of the tests or of their process.
 */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { StudioError } from '../contract/StudioError.ts';
import { caughtError } from '../data/testing/caughtError.ts';
import { encodeBase64 } from './base64.ts';
import { readModelFile } from './readModelFile.ts';
import { type Broken, editedModelFile } from './testing/editedModelFile.ts';
import { tinyModelFile } from './testing/tinyModelFile.ts';
import { writeModelFile } from './writeModelFile.ts';

const layer = (type: string, options: object = {}, layers?: object[]) => ({
  type,
  options,
  ...(layers && { layers }),
});
const nested = (depth: number): object =>
  depth === 0 ? layer('ReLU') : layer('Residual', {}, [nested(depth - 1)]);
const floats = (...values: number[]) =>
  encodeBase64(new Uint8Array(Float32Array.from(values).buffer));
const huge = 2 ** 31 - 1;
const image = (...sampleShape: number[]) => ({ kind: 'image', sampleShape, scale: 1, shift: 0 });
const text = ({
  tokenizer = 'Words',
  vectorizer = 'BagOfWords',
  ngramMin = 1,
  terms = ['a', 'b', 'c'],
  weights = [] as number[],
}) => ({
  kind: 'text',
  tokenizer: { type: tokenizer, options: { lowercase: true, punctuation: 'drop' } },
  vectorizer: {
    type: vectorizer,
    options: { vocabularySize: 3, minimumCount: 1, ngramMin, ngramMax: ngramMin, binary: false },
  },
  terms,
  weights,
});

const corpus: [string, string, (d: Broken) => void][] = [
  ['a number for the layers', 'layers', (d) => (d.layers = 7)],
  ['no layers', 'layers', (d) => (d.layers = [])],
  ['a layer that is null', 'layers[1]', (d) => (d.layers[1] = null)],
  ['a layer that is a list', 'layers[1]', (d) => (d.layers[1] = [])],
  ['an unknown layer', 'layers[0]', (d) => (d.layers[0].type = 'Shell')],
  ['a layer named after a property', 'layers[0]', (d) => (d.layers[0].type = 'Constructor')],
  ['a type in the wrong case', 'layers[0].type', (d) => (d.layers[0].type = '__proto__')],
  ['an option with a text', 'layers[0].options.bias', (d) => (d.layers[0].options.bias = 'yes')],
  ['an option with an object', 'layers[0].options.bias', (d) => (d.layers[0].options.bias = {})],
  [
    'an option named after a property',
    'layers[0].options.constructor',
    (d) => (d.layers[0].options.constructor = 1),
  ],
  [
    'a layer of 2³¹ outputs',
    'layers[0].options.outFeatures',
    (d) => (d.layers[0].options.outFeatures = huge),
  ],
  [
    'layers of 2³² weights',
    'layers',
    (d) =>
      (d.layers = [
        layer('Linear', { inFeatures: 3, outFeatures: 65_536, bias: true }),
        layer('Linear', { inFeatures: 65_536, outFeatures: 65_536, bias: true }),
      ]),
  ],
  [
    'an embedding of 2⁴⁰ weights',
    'layers',
    (d) => (d.layers = [layer('Embedding', { numEmbeddings: 2 ** 24, embeddingDim: 65_536 })]),
  ],
  [
    'an image that grows without end',
    'layers',
    (d) => {
      d.input = image(1, 1000, 1000);
      const growth = {
        kernelSize: 1,
        stride: 1,
        padding: 1024,
        dilation: 1,
        groups: 1,
        bias: true,
      };
      d.layers = Array(900).fill(layer('Conv2d', { ...growth, inChannels: 1, outChannels: 1 }));
    },
  ],
  ['layers that hold layers for ever', 'layers[0]', (d) => (d.layers[0] = nested(60))],
  ['a thousand and one layers', 'layers', (d) => (d.layers = Array(1001).fill(layer('ReLU')))],
  ['layers in a layer that holds none', 'layers[1]', (d) => (d.layers[1].layers = [layer('ReLU')])],
  ['a block without layers', 'layers[1]', (d) => (d.layers[1] = layer('Residual'))],
  ['a sample shape of 2⁹³', '', (d) => (d.input = image(huge, huge, huge))],
  ['a sample shape of nothing', 'input.sampleShape', (d) => (d.input = image())],
  ['a negative size', 'input.sampleShape[0]', (d) => (d.input = image(-3, 1, 1))],
  ['a size that is no integer', 'input.sampleShape[0]', (d) => (d.input = image(1.5, 1, 1))],
  [
    'a size in words',
    'input.sampleShape[0]',
    (d) => (d.input = { ...image(), sampleShape: ['3', 1, 1] }),
  ],
  ['nine axes', 'input.sampleShape', (d) => (d.input = image(...Array(9).fill(1)))],
  ['an unknown kind of sample', 'input.kind', (d) => (d.input.kind = 'program')],
  ['a column of null', 'input.columns[1]', (d) => (d.input.columns[1] = null)],
  ['a scale of text', 'input.columns[0].scale', (d) => (d.input.columns[0].scale = '1')],
  ['a scale beyond float32', 'input.columns[0].scale', (d) => (d.input.columns[0].scale = 1e300)],
  ['no columns', 'input.columns', (d) => (d.input.columns = [])],
  ['two columns of one name', 'input.columns[1]', (d) => (d.input.columns[1].name = 'a')],
  ['a column of a strange type', 'input.columns[0]', (d) => (d.input.columns[0].type = 'code')],
  [
    'a label that is not there',
    'input.columns[0].missing',
    (d) => (d.input.columns[0] = { name: 'a', type: 'category', labels: ['x'], missing: 1 }),
  ],
  [
    'labels that are numbers',
    'input.columns[0].labels[0]',
    (d) => (d.input.columns[0] = { name: 'a', type: 'category', labels: [1], missing: null }),
  ],
  ['a column that the layers lack', 'layers', (d) => d.input.columns.pop()],
  ['a tokenizer nobody knows', 'input.tokenizer', (d) => (d.input = text({ tokenizer: 'Shell' }))],
  [
    'a vectorizer nobody knows',
    'input.vectorizer',
    (d) => (d.input = text({ vectorizer: 'Exec' })),
  ],
  ['an option out of range', 'input.vectorizer', (d) => (d.input = text({ ngramMin: 99 }))],
  ['no vocabulary', 'input.terms', (d) => (d.input = text({ terms: [] }))],
  ['a term without end', 'input.terms[0]', (d) => (d.input = text({ terms: ['x'.repeat(9999)] }))],
  ['weights for no terms', 'input.weights', (d) => (d.input = text({ weights: [1, 2] }))],
  ['a text where cells should be', 'testVectors', (d) => (d.testVectors.samples[0].input = 'a')],
  ['labels that are numbers', 'output.labels[0]', (d) => (d.output.labels = [1, 2])],
  ['one label', 'output.labels', (d) => (d.output.labels = ['a'])],
  ['weights that are a list', 'weights', (d) => (d.weights = [])],
  ['a weight of null', 'weights["0.bias"]', (d) => (d.weights['0.bias'] = null)],
  [
    'truncated base64',
    'weights["0.weight"].data',
    (d) => (d.weights['0.weight'].data = d.weights['0.weight'].data.slice(0, -5)),
  ],
  [
    'base64 with blanks',
    'weights["0.weight"].data',
    (d) => (d.weights['0.weight'].data = ` ${d.weights['0.weight'].data.slice(1)}`),
  ],
  [
    'another alphabet',
    'weights["0.bias"].data',
    (d) => (d.weights['0.bias'].data = `_${d.weights['0.bias'].data.slice(1)}`),
  ],
  [
    'weights that are NaN',
    'weights["0.bias"]',
    (d) => (d.weights['0.bias'].data = floats(0, Number.NaN, 0, 0)),
  ],
  [
    'weights that are infinite',
    'weights["0.bias"]',
    (d) => (d.weights['0.bias'].data = floats(0, 0, Number.NEGATIVE_INFINITY, 0)),
  ],
  [
    'a weight of a huge shape',
    'weights["0.weight"].shape',
    (d) => (d.weights['0.weight'].shape = Array(8).fill(huge)),
  ],
  ['test vectors of null', 'testVectors', (d) => (d.testVectors = null)],
  [
    'a tolerance that lets everything pass',
    'testVectors.tolerance',
    (d) => (d.testVectors.tolerance = 1e9),
  ],
  [
    'a test vector of texts',
    'testVectors.samples[0].input',
    (d) => (d.testVectors.samples[0].input = ['a', 'b', 'c']),
  ],
  [
    'a thousand test vectors',
    'testVectors.samples',
    (d) => (d.testVectors.samples = Array(1000).fill(d.testVectors.samples[0])),
  ],
  ['a card without end', 'card.intendedUse', (d) => (d.card.intendedUse = 'x'.repeat(30_000))],
  ['a card with a script in it', 'card', (d) => (d.card.script = 'x')],
  ['a run that climbs out of its folder', 'provenance.run', (d) => (d.provenance.run = '../x')],
  ['a day before the first', 'provenance.createdAt', (d) => (d.provenance.createdAt = -1)],
  ['a checksum of another kind', 'checksum', (d) => (d.checksum = 'none')],
];

describe('refused with its place', () => {
  it.each(corpus)('%s', (name, where, edit) => {
    const text = editedModelFile(edit);
    // The helper writes a fitting checksum last, over whatever the case put there.
    const isChecksum = name.startsWith('a checksum');
    const hostile = isChecksum ? text.replace(/"checksum":"\w+"/, '"checksum":"none"') : text;
    const error = caughtError(() => readModelFile(hostile));
    expect(error.code).toBe('invalid-model');
    expect(error.where).toContain(where);
    expect(error.message.length).toBeLessThan(1000);
  });

  it.each([
    ['empty lists', `{"format":"descent-model","x":[${'[],'.repeat(2_000_000)}[]]}`],
    ['commas', `{"format":"descent-model","x":[${'0,'.repeat(26_000_000)}0]}`],
    ['nesting', `{"format":"descent-model","x":${'['.repeat(1_100_000)}`],
    ['objects', `{"format":"descent-model","x":[${'{"a":{}},'.repeat(800_000)}{}]}`],
  ])('%s without end, before they are parsed', (_, text) => {
    expect(caughtError(() => readModelFile(text)).message).toMatch(
      /^A model file must have at most/,
    );
  });

  it('nesting just below that bound', () => {
    const deep = `${'['.repeat(400_000)}${']'.repeat(400_000)}`;
    for (const place of ['"layers": [', '"weights":', '"card":']) {
      const text = writeModelFile(tinyModelFile()).replace(place, `"extra": ${deep}, ${place}`);
      expect(caughtError(() => readModelFile(text)).code).toBe('invalid-model');
    }
  });
});

test('keys of prototypes change nothing, wherever they stand', () => {
  const clean = Object.getOwnPropertyNames(Object.prototype);
  for (const key of ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']) {
    for (const place of ['{', '"input": {', '"output": {', '"options": {', '"weights": {']) {
      const extra = `${place} "${key}": {"polluted": true, "shape": [1]},`;
      const text = writeModelFile(tinyModelFile()).replace(place, extra);
      try {
        readModelFile(text);
      } catch (error) {
        if (!(error instanceof StudioError)) throw error;
      }
    }
  }
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(clean);
  expect('polluted' in {}).toBe(false);
});

/** Every place in a document: the object or list that holds it, and its key there. */
function places(value: Broken): [Broken, string | number][] {
  if (value === null || typeof value !== 'object') return [];
  return Object.keys(value).flatMap((key) => [
    [value, key] as [Broken, string],
    ...places(value[key]),
  ]);
}

test('whatever stands anywhere is read or refused as an invalid model', () => {
  const evil = fc.oneof(
    fc.constantFrom<unknown>(
      ...[null, true, -1, 0.5, 1e308, -0, '', '__proto__', [], {}, [[]], [null], huge],
      ...[2 ** 53, 'x'.repeat(5000), { type: 'Linear' }, { __proto__: null, toString: 1 }],
    ),
    fc.jsonValue(),
  );
  fc.assert(
    fc.property(fc.nat(), evil, (position, value) => {
      const text = editedModelFile((document) => {
        const all = places(document);
        const [holder, key] = all[position % all.length]!;
        holder[key] = value;
      });
      try {
        readModelFile(text);
      } catch (error) {
        if (!(error instanceof StudioError)) throw error;
        expect(error.code).toBe('invalid-model');
      }
    }),
    { numRuns: 2000 },
  );
});
