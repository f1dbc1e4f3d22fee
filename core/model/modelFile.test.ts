import { describe, expect, it } from 'vitest';
import { caughtError } from '../data/testing/caughtError.ts';
import { encodeBase64 } from './base64.ts';
import { readModelFile } from './readModelFile.ts';
import { type Broken, editedModelFile as edited } from './testing/editedModelFile.ts';
import { tinyModelFile } from './testing/tinyModelFile.ts';
import { writeModelFile } from './writeModelFile.ts';

const floats = (...values: number[]) =>
  encodeBase64(new Uint8Array(Float32Array.from(values).buffer));

describe('a model file', () => {
  it('comes back bit for bit', () => {
    const file = tinyModelFile();
    const read = readModelFile(writeModelFile(file));
    expect(read).toEqual(file);
    expect(Object.is(read.weights['0.bias'][0], -0)).toBe(true);
    expect(writeModelFile(read)).toBe(writeModelFile(file));
  });

  it('comes back whatever its indentation and the order of its keys, byte-order mark or not', () => {
    const document = JSON.parse(writeModelFile(tinyModelFile()));
    const turned = Object.fromEntries(Object.entries(document).reverse());
    expect(readModelFile(`\ufeff${JSON.stringify(turned)}`)).toEqual(tinyModelFile());
  });

  it('holds every option of every layer, and weights by the names of PyTorch', () => {
    const document = JSON.parse(writeModelFile(tinyModelFile()));
    expect(document.layers[0]).toEqual({
      type: 'Linear',
      options: { inFeatures: 3, outFeatures: 4, bias: true },
    });
    expect(document.weights['0.weight']).toMatchObject({ shape: [4, 3], dtype: 'float32' });
    expect(Object.keys(document.weights)).toContain('2.running_var');
  });

  it.each(['"weights": {', '"options": {'])(
    'comes back whatever %s hides under __proto__, however deep it is nested',
    (place) => {
      const nested = '['.repeat(50_000) + ']'.repeat(50_000);
      const text = writeModelFile(tinyModelFile()).replace(
        place,
        `${place} "__proto__": ${nested},`,
      );
      expect(readModelFile(text)).toEqual(tinyModelFile());
    },
  );

  it('leaves out what does not belong to the model, such as optimizer state', () => {
    const file = tinyModelFile();
    const weights = { ...file.weights, 'optimizer.momentum.0.weight': new Float32Array(12) };
    expect(readModelFile(writeModelFile({ ...file, weights })).weights).toEqual(file.weights);
  });

  it('has a card that people may fill in by hand', () => {
    const text = writeModelFile(tinyModelFile()).replace(
      '"intendedUse": ""',
      '"intendedUse": "For lessons."',
    );
    expect(readModelFile(text).card.intendedUse).toBe('For lessons.');
  });

  it.each([
    ['a missing weight', { '0.bias': undefined }, '"0.bias" must hold 4 values. Received 0.'],
    [
      'a short weight',
      { '0.bias': new Float32Array(3) },
      '"0.bias" must hold 4 values. Received 3.',
    ],
    [
      'NaN',
      { '0.bias': Float32Array.of(0, 1, Number.NaN, 2) },
      '"0.bias" must be finite. Received NaN.',
    ],
  ])('is not written with %s', (_, change, message) => {
    const file = tinyModelFile();
    const weights = { ...file.weights, ...change } as typeof file.weights;
    expect(caughtError(() => writeModelFile({ ...file, weights }))).toMatchObject({
      code: 'invalid-model',
      message,
      where: 'weights["0.bias"]',
    });
  });
});

describe('readModelFile refuses', () => {
  it.each<[string, (document: Broken) => void, string | RegExp, string]>([
    [
      'another format',
      (d) => {
        d.format = 'onnx';
      },
      'format must be "descent-model". Received "onnx".',
      'format',
    ],
    [
      'a later version',
      (d) => {
        d.version = 3;
      },
      'version must be 1 or 2. Received 3.',
      'version',
    ],
    [
      'an unknown key',
      (d) => {
        d.script = 'x';
      },
      /script/,
      '',
    ],
    [
      'an unknown key inside',
      (d) => {
        d.input.mean = 1;
      },
      /mean/,
      'input',
    ],
    [
      'a missing part',
      (d) => {
        d.output = undefined;
      },
      /./,
      'output',
    ],
    [
      'an unknown layer',
      (d) => {
        d.layers[1].type = 'Exec';
      },
      /Exec/,
      'layers[1]',
    ],
    [
      'options left out, which the checksum could not cover',
      (d) => {
        d.layers[1].options = undefined;
      },
      /./,
      'layers[1].options',
    ],
    [
      'an option out of range',
      (d) => {
        d.layers[3].options.p = 1.2;
      },
      /1\.2/,
      'layers[3].options.p',
    ],
    [
      'a layer too many',
      (d) => {
        d.layers.push({ type: 'Linear', options: { inFeatures: 2, outFeatures: 2, bias: true } });
      },
      'The weight "5.weight" is missing.',
      'weights["5.weight"]',
    ],
    [
      'an output that does not fit the labels',
      (d) => {
        d.output.labels.push('fox');
      },
      'The layers must give 3 labels. Their output has shape [2].',
      'output.labels',
    ],
    [
      'a column too few',
      (d) => {
        d.input.columns.pop();
      },
      'Linear expects 3 features. Received 2.',
      'layers[0]',
    ],
    [
      'a shift beyond float32',
      (d) => {
        d.input.columns[1].shift = 1e300;
      },
      'Expected a number that fits float32.',
      'input.columns[1].shift',
    ],
    [
      'a missing weight',
      (d) => {
        d.weights['0.bias'] = undefined;
      },
      'The weight "0.bias" is missing.',
      'weights["0.bias"]',
    ],
    [
      'an unknown weight',
      (d) => {
        d.weights['9.bias'] = d.weights['0.bias'];
      },
      'No layer has a weight "9.bias".',
      'weights["9.bias"]',
    ],
    [
      'a weight of a wild name',
      (d) => {
        d.weights['../x'] = d.weights['0.bias'];
      },
      /0\.weight/,
      'weights["../x"]',
    ],
    [
      'a wrong shape',
      (d) => {
        d.weights['0.weight'].shape = [3, 4];
      },
      '"0.weight" must have shape [4, 3], as its layer says. Received [3, 4].',
      'weights["0.weight"].shape',
    ],
    [
      'another type of numbers',
      (d) => {
        d.weights['0.weight'].dtype = 'float64';
      },
      /float32/,
      'weights["0.weight"].dtype',
    ],
    [
      'too few values',
      (d) => {
        d.weights['0.bias'].data = floats(1, 2, 3);
      },
      '"0.bias" must be 24 characters of base64 for 4 float32 values. Received 16 characters.',
      'weights["0.bias"].data',
    ],
    [
      'something that is not base64',
      (d) => {
        d.weights['0.bias'].data = '*'.repeat(24);
      },
      /24 characters of base64/,
      'weights["0.bias"].data',
    ],
    [
      'NaN among the weights',
      (d) => {
        d.weights['0.bias'].data = floats(1, 2, Number.NaN, 4);
      },
      '"0.bias" must be finite. Value 2 is NaN.',
      'weights["0.bias"]',
    ],
    [
      'a test vector that does not fit the input',
      (d) => {
        d.testVectors.samples[0].input.pop();
      },
      'A test vector does not fit the input. The model takes 3 values of shape [3]. Received 2.',
      'testVectors.samples[0].input',
    ],
    [
      'a test vector that does not fit the output',
      (d) => {
        d.testVectors.samples[0].output.push(1);
      },
      'testVectors.samples[0].output must hold 2 numbers. Received 3.',
      'testVectors.samples[0].output',
    ],
    [
      'a sample shape without end',
      (d) => {
        const sampleShape = [2 ** 31 - 1, 2 ** 31 - 1, 2 ** 31 - 1];
        d.input = { kind: 'image', sampleShape, scale: 1, shift: 0 };
      },
      /./,
      'input',
    ],
  ])('%s', (_, edit, message, where) => {
    const error = caughtError(() => readModelFile(edited(edit)));
    expect(error.code).toBe('invalid-model');
    if (typeof message === 'string') expect(error.message).toBe(message);
    else expect(error.message).toMatch(message);
    expect(error.where ?? '').toContain(where);
  });

  it('a changed value under an old checksum', () => {
    const text = writeModelFile(tinyModelFile()).replace('"seed": 7', '"seed": 8');
    const error = caughtError(() => readModelFile(text));
    expect(error.message).toMatch(
      /^The checksum does not match: the file was changed or damaged\./,
    );
    expect(error.where).toBe('checksum');
  });

  it.each([
    ['nothing', '', /^A model file must be JSON\./],
    ['half a file', writeModelFile(tinyModelFile()).slice(0, 500), /^A model file must be JSON\./],
    ['a list', '[]', 'format must be "descent-model". Received nothing.'],
    ['null', 'null', 'format must be "descent-model". Received nothing.'],
    [
      'nesting without end',
      `{"format":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
      'format must be "descent-model". Received a value of type object.',
    ],
  ])('%s', (_, text, message) => {
    const error = caughtError(() => readModelFile(text));
    expect(error.code).toBe('invalid-model');
    expect(error.wayOut).toBe(typeof message === 'string' ? undefined : 'other-file');
    if (typeof message === 'string') expect(error.message).toBe(message);
    else expect(error.message).toMatch(message);
  });

  it('deep nesting in a place that the schema leaves open', () => {
    const text = writeModelFile(tinyModelFile()).replace(
      '"p": 0.2',
      `"p": ${'['.repeat(50_000)}${']'.repeat(50_000)}`,
    );
    expect(caughtError(() => readModelFile(text)).where).toBe('layers[3].options.p');
  });
});
