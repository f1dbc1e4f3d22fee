import { expect, it } from 'vitest';
import { caughtError } from '../data/testing/caughtError.ts';
import { canonicalSha256 } from './canonicalSha256.ts';
import { readModelFile } from './readModelFile.ts';
import type { Broken } from './testing/editedModelFile.ts';
import { tinyModelFile } from './testing/tinyModelFile.ts';
import { writeModelFile } from './writeModelFile.ts';

const columns = { scale: [0.1, 2, 1e-7], shift: [-0.3, 0, 5] };

/** The tiny model as 0.1.0 wrote it. */
function version1(edit: (document: Broken) => void = () => undefined): string {
  const { checksum: _, card, ...content } = JSON.parse(writeModelFile(tinyModelFile()));
  content.version = 1;
  content.input = {
    kind: 'table',
    sampleShape: [3],
    featureNames: ['a', 'b', '키 (cm)'],
    normalizer: columns,
  };
  edit(content);
  return JSON.stringify({ ...content, card, checksum: canonicalSha256(content) });
}

it('reads a model of 0.1.0, which knew numbers only', () => {
  const { input, ...rest } = readModelFile(version1());
  const { input: own, ...expected } = tinyModelFile();
  expect(rest).toEqual(expected);
  if (own.kind !== 'table') throw new Error('The tiny model takes rows.');
  const strict = own.columns.map((column) => ({ ...column, missing: null }));
  expect(input).toEqual({ kind: 'table', columns: strict });
});

it.each<[string, (d: Broken) => void, string, string]>([
  [
    'a normalizer that does not fit',
    (d) => d.input.normalizer.scale.pop(),
    'input.normalizer.scale must hold 3 numbers. Received 2.',
    'input.normalizer.scale',
  ],
  [
    'a normalizer beyond float32',
    (d) => {
      d.input.normalizer.shift = [0, 1e300, 0];
    },
    'input.normalizer.shift must fit float32.',
    'input.normalizer.shift[1]',
  ],
  [
    'a missing name',
    (d) => d.input.featureNames.pop(),
    'input.featureNames must hold 3 names. Received 2.',
    'input.featureNames',
  ],
  [
    'a table of two axes',
    (d) => {
      d.input.sampleShape = [1, 3];
    },
    'input.sampleShape must hold 1 numbers. Received 2.',
    'input.sampleShape',
  ],
])('refuses %s', (_, edit, message, where) => {
  const text = version1((d) => {
    d.input = structuredClone(d.input);
    edit(d);
  });
  const error = caughtError(() => readModelFile(text));
  expect(error).toMatchObject({ code: 'invalid-model', message, where });
});
