import { expect, test } from 'vitest';
import { pathOfPlace } from './pathOfPlace.ts';

test.each([
  ['model.layers[6]', [6]],
  ['model.layers[3].layers[0].options.p', [3, 0]],
  ['model.layers', null],
  ['model', null],
  ['split.validation', null],
])('the layer of %s is %j', (where, path) => {
  expect(pathOfPlace(where)).toEqual(path);
});
