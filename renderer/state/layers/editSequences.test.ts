/**
 * 500 random sequences of edits, with undo and redo between them: the document stays one that the
 * schema accepts and of which the core says what is wrong, and undoing everything restores it.
 *
 * A seed that failed once is kept in `seeds`.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { walkLayers } from '../../../core/contract/layerPath.ts';
import { type LayerSpec, ModelDraft } from '../../../core/contract/ModelSpec.ts';
import { UndoHistory } from '../../../core/contract/UndoHistory.ts';
import { checkExperiment } from '../../../core/training/checkExperiment.ts';
import { type DraftExperiment, useExperiment } from '../experiment.ts';
import { storedHistory } from '../storedHistory.ts';
import { undo } from '../undoLog.ts';
import { groupsOf } from './groups.ts';
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
  replaceNetwork,
  setLayerOption,
  setLayersOption,
  ungroupLayers,
  unwrapLayer,
  wrapLayers,
} from './layerEdits.ts';
import { pathsOfKeys } from './pathsOfKeys.ts';
import { irisInfo } from './testing/irisInfo.ts';
import { specOf } from './testing/specOf.ts';

const seeds = [20261127];
const SEQUENCES = 500;

const layer = fc.constantFrom<LayerSpec>(
  { type: 'Linear', options: { outFeatures: 4 } },
  { type: 'ReLU', options: {} },
  { type: 'Dropout', options: { p: 0.5 } },
  { type: 'Conv2d', options: { outChannels: 2, kernelSize: 3 } },
  { type: 'Residual', options: {} },
  { type: 'Residual', options: {}, layers: [{ type: 'Tanh', options: {}, group: 'inner' }] },
  { type: 'NoSuchLayer', options: { size: 1 } },
);
const number = fc.nat(40);
const kinds = [
  'insert',
  'remove',
  'move',
  'duplicate',
  'group',
  'ungroup',
  'rename',
  'wrap',
  'unwrap',
  'option',
  'name',
  'noteGroup',
  'options',
  'replace',
  'undo',
  'redo',
] as const;
const step = fc.record({
  kind: fc.constantFrom(...kinds),
  layers: fc.array(layer, { minLength: 1, maxLength: 3 }),
  at: number,
  to: number,
  count: fc.integer({ min: 1, max: 3 }),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const start = specOf([
  { type: 'Linear', options: { outFeatures: 8 } },
  { type: 'ReLU', options: {} },
  { type: 'Residual', options: {}, layers: [{ type: 'Linear', options: { outFeatures: 8 } }] },
  { type: 'Linear', options: { outFeatures: 3 } },
]);

function recipeOf({ kind, layers, at, to, count }: Step): LayerRecipe | null {
  const model = useExperiment.getState().draft?.spec.model.layers ?? [];
  const paths = [...walkLayers(model)].map(({ path }) => path);
  const path = paths[at % Math.max(1, paths.length)] ?? [];
  const chosen = paths.slice(at % Math.max(1, paths.length)).slice(0, count);
  const other = paths[to % Math.max(1, paths.length)] ?? [];
  const isBlock = to % 3 === 0 && model.length > 0;
  const place = isBlock
    ? { parent: other, index: 0 }
    : { parent: other.slice(0, -1), index: (other.at(-1) ?? 0) + (to % 2) };
  switch (kind) {
    case 'insert':
      return insertLayers(place, layers);
    case 'remove':
      return removeLayers(chosen);
    case 'move':
      return moveLayers(chosen, place);
    case 'duplicate':
      return duplicateLayers(chosen);
    case 'group':
      return groupLayers(chosen, `g${to % 2}`);
    case 'ungroup':
      return ungroupLayers(path);
    case 'rename':
      return renameGroup(path, `g${to % 3}`);
    case 'wrap':
      return wrapLayers(chosen, 'Residual');
    case 'unwrap':
      return unwrapLayer(path);
    case 'option':
      return setLayerOption(path, 'p', to % 2 ? to / 40 : undefined);
    case 'name':
      return to % 2
        ? renameLayer(path, to % 3 ? `n${to}` : '')
        : noteLayer(path, to % 4 ? `why ${to}` : '');
    case 'noteGroup':
      return noteGroup(path, to % 4 ? `why ${to}` : '');
    case 'options':
      return setLayersOption(chosen, 'p', to / 40);
    case 'replace':
      return replaceNetwork(layers);
    default:
      return null;
  }
}

/** Throws where the document is not what the store and the window may rely on. */
function examine(): void {
  const { draft } = useExperiment.getState();
  const layers = draft?.spec.model.layers ?? [];
  expect(ModelDraft.safeParse({ layers }).error).toBeUndefined();
  const walked = [...walkLayers(layers)];
  const keys = [...pathsOfKeys(draft ?? { layerKeys: [], innerKeys: {} })];
  expect(keys.map(([, path]) => path)).toEqual(walked.map(({ path }) => path));
  for (const list of [layers, ...walked.map((one) => one.layer.layers ?? [])]) {
    const names = groupsOf(list).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const firsts = new Set(groupsOf(list).map(({ start }) => start));
    const noted = [...list.keys()].filter((index) => list[index]?.groupNote !== undefined);
    expect(noted.filter((index) => !firsts.has(index))).toEqual([]);
  }
}

test.each(seeds)(`${SEQUENCES} random edit sequences, seed %i`, (seed) => {
  const done = new Set<string>();
  let problems = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
      const store = useExperiment.getState();
      store.open('test', start);
      for (const one of steps) {
        const before = useExperiment.getState().draft?.spec;
        if (one.kind === 'undo') store.undo();
        else if (one.kind === 'redo') store.redo();
        else store.change(recipeOf(one) ?? (() => undefined));
        if (useExperiment.getState().draft?.spec !== before) done.add(one.kind);
        examine();
      }
      const { draft, log } = useExperiment.getState();
      // Every step has a name that can be stored, and so a word.
      expect(log.past.every(({ name }) => name !== undefined)).toBe(true);
      expect(UndoHistory.safeParse(storedHistory(log)).error).toBeUndefined();
      if (draft) {
        for (const { message, where } of checkExperiment(draft.spec, irisInfo).problems) {
          expect(message).not.toBe('');
          expect(where).not.toBe('');
          problems += 1;
        }
      }
      let now = { value: { spec: draft?.spec ?? start } as DraftExperiment, log };
      while (now.log.past.length > 0) now = undo(now);
      expect(now.value.spec).toEqual(start);
      while (useExperiment.getState().log.past.length > 0) store.undo();
      expect(JSON.stringify(useExperiment.getState().draft?.spec)).toBe(JSON.stringify(start));
      examine();
    }),
    { seed, numRuns: SEQUENCES },
  );
  // A sequence that does nothing proves nothing.
  expect([...done].sort()).toEqual([...kinds].sort());
  expect(problems).toBeGreaterThan(0);
});
