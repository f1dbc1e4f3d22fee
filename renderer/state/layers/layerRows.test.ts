import { expect, test } from 'vitest';
import { dropTarget } from '../../screens/model/drag/dropTarget.ts';
import { quickAddIndex } from '../../screens/model/quickAdd/quickAddIndex.ts';
import { zoomThatFits } from '../../screens/model/rowLooks.ts';
import { freshKeys } from './followKeys.ts';
import { placeOfNew } from './layerPlaces.ts';
import { type LayerRowData, layerRows } from './layerRows.ts';
import { layersOf } from './testing/outline.ts';

const isBlock = (type: string) => type === 'R';

function rowsOf(text: string, folded: (rows: readonly LayerRowData[]) => string[] = () => []) {
  const layers = layersOf(text);
  const keys = freshKeys(layers);
  const rows = layerRows(layers, keys, { folded: new Set(), isBlock });
  return layerRows(layers, keys, { folded: new Set(folded(rows)), isBlock });
}

const written = (rows: readonly LayerRowData[]) =>
  rows.map((row) => {
    const name = row.kind === 'layer' ? row.layer.type : row.kind === 'group' ? row.name : 'end';
    return `${'  '.repeat(row.depth)}${name} ${row.path.join('.')}`;
  });

test('blocks and groups stand around what they hold', () => {
  expect(written(rowsOf('A R(B C:g D:g) E'))).toEqual([
    'A 0',
    'R 1',
    '  B 1.0',
    '  g 1.1',
    '    C 1.1',
    '    D 1.2',
    '  end 1',
    'E 2',
  ]);
});

test('what is folded is hidden', () => {
  const groups = (rows: readonly LayerRowData[]) =>
    rows.filter(({ kind }) => kind === 'group').map(({ key }) => key);
  expect(written(rowsOf('A:g B:g C', groups))).toEqual(['g 0', 'C 2']);
  const blocks = (rows: readonly LayerRowData[]) => [rows[0]?.key ?? ''];
  expect(written(rowsOf('R(A) B', blocks))).toEqual(['R 0', 'B 1']);
});

test('a block that holds nothing has an end all the same', () => {
  expect(written(rowsOf('R'))).toEqual(['R 0', '  end 0']);
});

/** Rows of 10 pixels, one under the other. */
const placed = (rows: readonly LayerRowData[]) =>
  rows.map((row, index) => ({ row, top: 10 * index, bottom: 10 * index + 10 }));

test.each([
  ['above a layer', 'A B', 12, { parent: [], index: 1 }, 10],
  ['below a layer', 'A B', 18, { parent: [], index: 2 }, 20],
  ['above all', 'A B', -50, { parent: [], index: 0 }, 0],
  ['below all', 'A R(B)', 500, { parent: [], index: 2 }, 40],
  ['below the head of a block', 'R(B) C', 8, { parent: [0], index: 0 }, 10],
  ['above the end of a block', 'R(B) C', 22, { parent: [0], index: 1 }, 20],
  ['below the end of a block', 'R(B) C', 28, { parent: [], index: 1 }, 30],
  ['below the head of a group', 'A:g B:g', 8, { parent: [], index: 0, group: 'g' }, 10],
  ['below its last layer', 'A:g B:g C', 28, { parent: [], index: 2, group: 'g' }, 30],
  ['above the layer behind it', 'A:g B:g C', 32, { parent: [], index: 2 }, 30],
])('the pointer %s', (_where, text, y, place, line) => {
  const target = dropTarget(placed(rowsOf(text)), y);
  expect(target.place).toEqual({ ...place, ...('group' in place ? {} : noGroup(target.place)) });
  expect(target.line).toBe(line);
});

const noGroup = (place: object) => ('group' in place ? { group: undefined } : {});

test('a new layer goes behind the whole of what is chosen', () => {
  const [head, , , behind] = rowsOf('R(A) B');
  expect(head && placeOfNew(head)).toEqual({ parent: [], index: 1, group: undefined });
  expect(behind && placeOfNew(behind)).toEqual({ parent: [], index: 2, group: undefined });
  const [empty] = rowsOf('R');
  expect(empty && placeOfNew(empty)).toEqual({ parent: [0], index: 0 });
});

test('the field to type a layer stands where the layer will', () => {
  const rows = rowsOf('R(A S) B:g C:g');
  const indexBehind = (at: number, isInside = false) =>
    quickAddIndex(rows, { row: rows[at]?.key ?? null, isInside });
  expect(quickAddIndex(rows, null)).toBeNull();
  expect(quickAddIndex(rows, { row: null, isInside: false })).toBe(-1);
  // Behind the block and its end, at its start, behind its last layer, behind the group.
  expect(indexBehind(0)).toBe(3);
  expect(indexBehind(0, true)).toBe(0);
  expect(indexBehind(2)).toBe(2);
  expect(indexBehind(4)).toBe(6);
});

test('a hundred layers fit as the largest rows that do', () => {
  expect(zoomThatFits(10, 600)).toBe('full');
  expect(zoomThatFits(20, 650)).toBe('compact');
  expect(zoomThatFits(40, 600)).toBe('small');
  expect(zoomThatFits(100, 520)).toBe('overview');
  expect(zoomThatFits(1000, 600)).toBe('overview');
});
