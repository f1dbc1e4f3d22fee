import { produce } from 'immer';
import { describe, expect, test } from 'vitest';
import { walkLayers } from '../../../core/contract/layerPath.ts';
import { MOST_LAYERS } from '../../../core/contract/ModelSpec.ts';
import type { DraftExperiment } from '../experiment.ts';
import {
  duplicateLayers,
  groupLayers,
  insertLayers,
  type LayerRecipe,
  moveLayers,
  noteGroup,
  noteLayer,
  removeLayers,
  renameGroup,
  renameLayer,
  setLayerOption,
  ungroupLayers,
  unwrapLayer,
  wrapLayers,
} from './layerEdits.ts';
import { layersOf, outline } from './testing/outline.ts';
import { specOf } from './testing/specOf.ts';

function edited(text: string, recipe: LayerRecipe): string {
  const draft: DraftExperiment = { spec: specOf(layersOf(text)) };
  return outline(produce(draft, recipe).spec.model.layers);
}

const N = layersOf('N');

describe('layers are put', () => {
  test.each([
    ['at the start', { parent: [], index: 0 }, 'A B', 'N A B'],
    ['at the end', { parent: [], index: 2 }, 'A B', 'A B N'],
    ['into a block', { parent: [0], index: 1 }, 'R(A B)', 'R(A N B)'],
    ['into a block that holds nothing yet', { parent: [1], index: 0 }, 'A R', 'A R(N)'],
    ['between two of a group, which they join', { parent: [], index: 1 }, 'A:g B:g', 'A:g N:g B:g'],
    ['behind a group, outside', { parent: [], index: 2 }, 'A:g B:g', 'A:g B:g N'],
    ['behind a group, inside', { parent: [], index: 2, group: 'g' }, 'A:g B:g', 'A:g B:g N:g'],
    ['nowhere, where there is no block', { parent: [7], index: 0 }, 'A', 'A'],
    [
      'nowhere, where it is too deep',
      { parent: [0, 0, 0, 0, 0], index: 0 },
      'A(B(C(D(E))))',
      'A(B(C(D(E))))',
    ],
  ])('%s', (_where, place, before, expected) => {
    expect(edited(before, insertLayers(place, N))).toBe(expected);
  });

  test('under a name of their own, where a group comes twice', () => {
    const place = { parent: [], index: 1 };
    expect(edited('A:g B', insertLayers(place, layersOf('C D:g')))).toBe('A:g C D:g 2 B');
  });
});

test('a list that is full can still be put in order', () => {
  const full = [...Array.from({ length: MOST_LAYERS - 1 }, () => 'A'), 'B'].join(' ');
  const moved = edited(full, moveLayers([[MOST_LAYERS - 1]], { parent: [], index: 0 }));
  expect(moved.startsWith('B A')).toBe(true);
  expect(edited(full, wrapLayers([[MOST_LAYERS - 1]], 'R')).endsWith('A R(B)')).toBe(true);
  expect(edited(full, insertLayers({ parent: [], index: 0 }, N))).toBe(full);
});

describe('layers are removed', () => {
  test('wherever they stand, a block with what it holds', () => {
    expect(edited('A R(B C) D', removeLayers([[0], [1, 0], [1], [2]]))).toBe('');
    expect(edited('A R(B C) D', removeLayers([[1, 1], [0]]))).toBe('R(B) D');
  });

  test('and a block that has lost its last one holds none', () => {
    expect(edited('R(A)', removeLayers([[0, 0]]))).toBe('R');
  });
});

describe('layers are moved', () => {
  test.each([
    ['down', [[0]], { parent: [], index: 3 }, 'A B C', 'B C A'],
    ['up', [[2]], { parent: [], index: 0 }, 'A B C', 'C A B'],
    ['together, in their order', [[2], [0]], { parent: [], index: 4 }, 'A B C D', 'B D A C'],
    ['into a block behind', [[0]], { parent: [1], index: 1 }, 'A R(B C)', 'R(B A C)'],
    ['out of a block', [[0, 0]], { parent: [], index: 1 }, 'R(A)', 'R A'],
    ['to where they are', [[1]], { parent: [], index: 1 }, 'A B C', 'A B C'],
    ['never into themselves', [[0]], { parent: [0], index: 0 }, 'R(A) B', 'R(A) B'],
    [
      'as a whole group, with its name',
      [[0], [1]],
      { parent: [], index: 3 },
      'A:g B:g C',
      'C A:g B:g',
    ],
    ['out of a group, without it', [[0]], { parent: [], index: 3 }, 'A:g B:g C', 'B:g C A'],
  ])('%s', (_where, paths, place, before, expected) => {
    expect(edited(before, moveLayers(paths, place))).toBe(expected);
  });
});

describe('a duplicate', () => {
  test('stands behind the last of what was chosen', () => {
    expect(edited('A B C', duplicateLayers([[0], [1]]))).toBe('A B A B C');
    expect(edited('R(A B)', duplicateLayers([[0, 0]]))).toBe('R(A A B)');
  });

  test('of a group is another group; of one of its layers, a member', () => {
    expect(edited('A:g B:g', duplicateLayers([[0], [1]]))).toBe('A:g B:g A:g 2 B:g 2');
    expect(edited('A:g B:g', duplicateLayers([[1]]))).toBe('A:g B:g B:g');
  });
});

describe('a group', () => {
  test('takes neighbours, and no others', () => {
    expect(edited('A B C', groupLayers([[0], [1]], 'g'))).toBe('A:g B:g C');
    expect(edited('A B C', groupLayers([[0], [2]], 'g'))).toBe('A B C');
    expect(edited('A B:g', groupLayers([[0]], 'g'))).toBe('A:g 2 B:g');
  });

  test('is opened again, and renamed', () => {
    expect(edited('A:g B:g C:h', ungroupLayers([1]))).toBe('A B C:h');
    expect(edited('A:g B:g C:h', renameGroup([0], 'k'))).toBe('A:k B:k C:h');
    expect(edited('A:g B:h', renameGroup([0], 'h'))).toBe('A:h 2 B:h');
  });
});

describe('a block', () => {
  test('is put around neighbours, and taken away again', () => {
    expect(edited('A B C', wrapLayers([[1], [2]], 'Residual'))).toBe('A Residual(B C)');
    expect(edited('A Residual(B C)', unwrapLayer([1]))).toBe('A B C');
    expect(edited('A B C', wrapLayers([[0], [2]], 'Residual'))).toBe('A B C');
  });

  test('around part of a group stands in it', () => {
    expect(edited('A:g B:g', wrapLayers([[0]], 'R'))).toBe('R(A):g B:g');
    expect(edited('A:g B:g', wrapLayers([[0], [1]], 'R'))).toBe('R(A:g B:g)');
  });
});

describe('the note on a group', () => {
  const noted = produce<DraftExperiment>(
    { spec: specOf(layersOf('A:g B:g C:g D')) },
    noteGroup([1], 'why'),
  );
  test.each<[string, LayerRecipe, string]>([
    ['is written at its first layer', () => undefined, 'A:g why'],
    ['is taken away where it is empty', noteGroup([2], ''), ''],
    ['stays when that layer is removed', removeLayers([[0]]), 'B:g why'],
    ['stays when that layer and the next are', removeLayers([[0], [1]]), 'C:g why'],
    ['goes with the last layer', removeLayers([[0], [1], [2]]), ''],
    ['stays when that layer moves out', moveLayers([[0]], { parent: [], index: 4 }), 'B:g why'],
    ['stays when it moves inside', moveLayers([[0]], { parent: [], index: 2 }), 'B:g why'],
    ['moves with the whole', moveLayers([[0], [1], [2]], { parent: [], index: 4 }), 'A:g why'],
    [
      'is at a layer that comes before',
      moveLayers([[3]], { parent: [], index: 0, group: 'g' }),
      'D:g why',
    ],
    ['is in a copy of the whole', duplicateLayers([[0], [1], [2]]), 'A:g why, A:g 2 why'],
    ['is not in a copy of a part', duplicateLayers([[0]]), 'A:g why'],
    ['outlives another name', renameGroup([1], 'h'), 'A:h why'],
    ['goes with the group', ungroupLayers([1]), ''],
    ['stays with those that are not grouped anew', groupLayers([[0], [1]], 'h'), 'C:g why'],
    ['goes over to a new group of the same layers', groupLayers([[0], [1], [2]], 'h'), 'A:h why'],
    ['and to one with a neighbour more', groupLayers([[0], [1], [2], [3]], 'h'), 'A:h why'],
    ['goes into a block with the whole', wrapLayers([[0], [1], [2]], 'R'), 'A:g why'],
    ['stays outside a block with a part', wrapLayers([[0], [1]], 'R'), 'R:g why'],
    [
      'of a torn group stays with the first part',
      insertLayers({ parent: [], index: 1, group: 'h' }, N),
      'A:g why',
    ],
  ])('%s', (_what, recipe, expected) => {
    const layers = produce(noted, recipe).spec.model.layers;
    const found = [...walkLayers(layers)].flatMap(({ layer: { type, group, groupNote } }) =>
      groupNote === undefined ? [] : `${type}:${group} ${groupNote}`,
    );
    expect(found.join(', ')).toBe(expected);
  });

  test('outlives the only block of it when that is opened', () => {
    const block = {
      type: 'R',
      options: {},
      group: 'g',
      groupNote: 'why',
      layers: layersOf('X:i Y'),
    };
    const opened = produce<DraftExperiment>({ spec: specOf([block]) }, unwrapLayer([0])).spec.model
      .layers;
    expect(outline(opened)).toBe('X:g Y:g');
    expect(opened.map(({ groupNote }) => groupNote)).toEqual(['why', undefined]);
  });

  test.each<[string, string, number, string[]]>([
    ['is at the first layer of a larger one', 'D A:g B:g', 3, ['why', '', '']],
    ['is kept beside one without', 'A:g B:g C:h', 3, ['why', '', '']],
    ['is of the whole one beside a part of another', 'A:g B:g C:h C:h', 3, ['why', '', '', '']],
  ])('of a group that is grouped anew %s', (_where, text, count, expected) => {
    const layers = layersOf(text);
    const start: DraftExperiment = { spec: specOf(layers) };
    const first = layers.findIndex(({ group }) => group === 'g');
    const written = produce(start, noteGroup([first], 'why'));
    const paths = Array.from({ length: count }, (_, index) => [index]);
    const grouped = produce(written, groupLayers(paths, 'k')).spec.model.layers;
    expect(grouped.map(({ groupNote = '' }) => groupNote)).toEqual(expected);
  });

  test('of two groups that become one are kept, one below the other', () => {
    const start: DraftExperiment = { spec: specOf(layersOf('A:g B:h')) };
    const written = produce(produce(start, noteGroup([0], 'why')), noteGroup([1], 'how'));
    const grouped = produce(written, groupLayers([[0], [1]], 'k')).spec.model.layers;
    expect(grouped.map(({ groupNote }) => groupNote)).toEqual(['why\n\nhow', undefined]);
  });

  test('of layers that join a group is not taken for its own', () => {
    const bare = produce(noted, noteGroup([0], ''));
    const brought = [{ type: 'X', options: {}, group: 'i', groupNote: 'theirs' }];
    const joined = produce(bare, insertLayers({ parent: [], index: 0, group: 'g' }, brought));
    expect(joined.spec.model.layers.some(({ groupNote }) => groupNote !== undefined)).toBe(false);
  });
});

test('notes are kept by copies, and by a block put around layers', () => {
  const start: DraftExperiment = { spec: specOf(layersOf('A B')) };
  const noted = produce(start, noteLayer([0], 'why'));
  for (const recipe of [duplicateLayers([[0]]), wrapLayers([[0]], 'R')]) {
    const layers = [...walkLayers(produce(noted, recipe).spec.model.layers)];
    expect(layers.filter(({ layer }) => layer.note === 'why').length).toBe(
      layers.filter(({ layer }) => layer.type === 'A').length,
    );
  }
});

test('an option set to nothing is taken out', () => {
  const draft: DraftExperiment = { spec: specOf(layersOf('R(A)')) };
  const set = produce(draft, setLayerOption([0, 0], 'p', 1));
  expect(set.spec.model.layers[0]?.layers?.[0]?.options).toEqual({ p: 1 });
  const cleared = produce(set, setLayerOption([0, 0], 'p', undefined));
  expect(cleared).toEqual(draft);
});

test('a name is kept by a copy, and an empty one is none', () => {
  const draft: DraftExperiment = { spec: specOf(layersOf('R(A)')) };
  const named = produce(draft, renameLayer([0, 0], 'encoder'));
  const copied = produce(named, duplicateLayers([[0]]));
  expect(copied.spec.model.layers[1]?.layers?.[0]?.name).toBe('encoder');
  expect(produce(named, renameLayer([0, 0], ''))).toEqual(draft);
  const noted = produce(draft, noteLayer([0, 0], 'why it is here'));
  expect(noted.spec.model.layers[0]?.layers?.[0]?.note).toBe('why it is here');
  expect(produce(noted, noteLayer([0, 0], ''))).toEqual(draft);
});
