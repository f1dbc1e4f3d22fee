import { expect, test } from 'vitest';
import { layerPlace, pathOfPlace } from './layerPath.ts';

test.each([
  ['model.layers[6]', [6]],
  ['model.layers[3].layers[0].options.p', [3, 0]],
  ['model.layers[12].layers', [12]],
  ['model.layers', null],
  ['model', null],
  ['initialModel', null],
  ['split.validation', null],
])('the layer of %s is %j', (where, path) => {
  expect(pathOfPlace(where)).toEqual(path);
});

test.each([[[0]], [[3, 0]], [[10, 2, 7]]])('the place of the layer %j is its own', (path) => {
  expect(pathOfPlace(layerPlace(path))).toEqual(path);
});
