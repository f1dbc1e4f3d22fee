import { describe, expect, test } from 'vitest';
import { plainExperiment } from '../training/testing/plainExperiment.ts';
import { applySpecEdits } from './applySpecEdits.ts';
import type { LayerSpec } from './ModelSpec.ts';
import type { SpecEdit } from './SpecEdit.ts';

const layer = (type: string, group?: string, groupNote?: string): LayerSpec => ({
  type,
  options: {},
  ...(group !== undefined && { group }),
  ...(groupNote !== undefined && { groupNote }),
});
const insert = (at: number, one: LayerSpec): SpecEdit => ({
  edit: 'insertLayer',
  path: [at],
  layer: one,
});
const remove = (at: number): SpecEdit => ({ edit: 'removeLayer', path: [at] });

/** `A:g(why) B:g C` behind the edits of `A:g(why) B:g C`. */
function edited(...edits: SpecEdit[]): string {
  const layers = [layer('A', 'g', 'why'), layer('B', 'g'), layer('C')];
  return applySpecEdits(plainExperiment(layers), edits)
    .model.layers.map(
      ({ type, group, groupNote }) =>
        `${type}${group ? `:${group}` : ''}${groupNote ? `(${groupNote})` : ''}`,
    )
    .join(' ');
}

describe('edits keep groups whole', () => {
  test.each<[string, SpecEdit[], string]>([
    ['a layer between two of a group joins it', [insert(1, layer('N'))], 'A:g(why) N:g B:g C'],
    ['a layer behind a group does not', [insert(2, layer('N'))], 'A:g(why) B:g N C'],
    ['the note outlives the first layer', [remove(0)], 'B:g(why) C'],
    ['the note goes with the last layer', [remove(0), remove(0)], 'C'],
    [
      'a layer that moves away leaves the group',
      [remove(1), insert(2, layer('B', 'g'))],
      'A:g(why) C B',
    ],
    [
      'a layer that moves beside it stays in it',
      [remove(1), insert(0, layer('B', 'g'))],
      'B:g(why) A:g C',
    ],
    [
      'a group of one moves with its note',
      [remove(2), insert(0, layer('C', 'h', 'own'))],
      'C:h(own) A:g(why) B:g',
    ],
    [
      'another first layer says the note once',
      [remove(0), insert(0, layer('N', 'g', 'why'))],
      'N:g(why) B:g C',
    ],
    [
      'a first layer that is put back takes the note',
      [remove(0), insert(0, layer('N', 'g'))],
      'N:g(why) B:g C',
    ],
  ])('%s', (_what, edits, expected) => {
    expect(edited(...edits)).toBe(expected);
  });

  test('what is inserted as it is remains the same object', () => {
    const one = layer('N');
    const { model } = applySpecEdits(plainExperiment([layer('A')]), [insert(0, one)]);
    expect(model.layers[0]).toBe(one);
  });
});
