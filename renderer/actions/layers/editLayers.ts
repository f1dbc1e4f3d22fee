/** What is done to the chosen layers: the edit, what is chosen behind it, and what is said of it. */
import { toast } from 'sonner';
import type { EditName, LayerVerb } from '../../../core/contract/EditName.ts';
import type { LayerPath } from '../../../core/contract/layerPath.ts';
import { layerAt } from '../../../core/contract/layerPath.ts';
import { type LayerSpec, LONGEST_NAME, LONGEST_NOTE } from '../../../core/contract/ModelSpec.ts';
import { i18n } from '../../i18n/i18n.ts';
import { announce } from '../../state/announcement.ts';
import { useExperiment } from '../../state/experiment.ts';
import { keyAt } from '../../state/layers/keyAt.ts';
import type { LayerPlace } from '../../state/layers/LayerPlace.ts';
import {
  duplicateLayers,
  groupLayers,
  insertLayers,
  type LayerRecipe,
  membersOf,
  moveLayers,
  noteGroup,
  noteLayer,
  removeLayers,
  renameGroup,
  renameLayer,
  ungroupLayers,
  unwrapLayer,
  wrapLayers,
} from '../../state/layers/layerEdits.ts';
import {
  areNeighbours,
  indexOf,
  isSamePath,
  isWithin,
  parentOf,
} from '../../state/layers/paths.ts';
import { pathsOfKeys } from '../../state/layers/pathsOfKeys.ts';
import { useLayerSelection } from '../../state/useLayerSelection.ts';
import { chosenPaths } from './chosenPaths.ts';
import { currentRows } from './currentRows.ts';
import { describeLayers, positionName } from './describeLayers.ts';
import { chooseRow, isWalkable, keysOfRow } from './walkRows.ts';

/** What a key did not do is seen, and read out. */
function tellRefused(said: string): void {
  toast(said, { id: 'refused' });
}

interface Edit {
  /** Edits in a row with the same one are undone together. */
  readonly step?: string;
  /** What is said where nothing changes; null where that is what was asked for. */
  readonly refusal?: string | null;
}

/** Returns the keys of the layers that are new, in order; null where nothing could be done. */
function carryOut(
  recipe: LayerRecipe,
  name: EditName,
  { step, refusal = i18n.t('editor.refused') }: Edit = {},
): string[] | null {
  const before = useExperiment.getState().draft;
  useExperiment.getState().change(recipe, step, name);
  const after = useExperiment.getState().draft;
  if (!before || !after || before.spec === after.spec) {
    if (refusal !== null && !useExperiment.getState().isReadOnly) tellRefused(refusal);
    return null;
  }
  const known = pathsOfKeys(before);
  const added = [...pathsOfKeys(after)].filter(([key]) => !known.has(key));
  const isInner = (path: LayerPath) =>
    added.some(([, other]) => path.length > other.length && isWithin(path, other));
  return added.filter(([, path]) => !isInner(path)).map(([key]) => key);
}

export const namedEdit = (
  verb: LayerVerb,
  layers: readonly (LayerSpec | undefined)[],
): EditName => ({
  edit: 'layers',
  verb,
  ...(layers.length === 1 && layers[0] && { type: layers[0].type }),
  count: layers.length,
});

const layers = () => useExperiment.getState().draft?.spec.model.layers ?? [];

const namedAt = (verb: LayerVerb, paths: readonly LayerPath[]) =>
  namedEdit(
    verb,
    paths.map((path) => layerAt(layers(), path)),
  );

function chooseNew(keys: readonly string[]): void {
  const { choose, focusCursor } = useLayerSelection.getState();
  choose(keys, keys.at(-1) ?? null);
  focusCursor();
}

const firstPath = () => chosenPaths()[0] ?? [];

const GROUPING = 'grouping';

/** Returns the keys of what was added; nothing where there is no room. */
export function addLayers(place: LayerPlace, layers: readonly LayerSpec[]): readonly string[] {
  const keys = carryOut(insertLayers(place, layers), namedEdit('add', layers));
  if (!keys) return [];
  chooseNew(keys);
  const paths = chosenPaths();
  const position = positionName(firstPath());
  announce(i18n.t('editor.added', { what: describeLayers(paths), position }));
  return keys;
}

export function removeChosen(paths: readonly LayerPath[] = chosenPaths()): void {
  const [first] = paths;
  if (!first) return;
  const what = describeLayers(paths);
  if (!carryOut(removeLayers(paths), namedAt('remove', paths))) return;
  const { draft } = useExperiment.getState();
  const places = [first, [...parentOf(first), indexOf(first) - 1], parentOf(first)];
  const key = places.map((path) => draft && keyAt(draft, path)).find((one) => one);
  const rows = currentRows().filter(isWalkable);
  // A layer in a folded group has no row of its own.
  const row =
    rows.find((one) => one.key === key) ?? rows.find((one) => key && keysOfRow(one).includes(key));
  if (row) chooseRow(row);
  else useLayerSelection.getState().choose([], null);
  announce(i18n.t('editor.removed', { what }));
}

export function duplicateChosen(): void {
  const paths = chosenPaths();
  const what = describeLayers(paths);
  if (paths.length === 0) return;
  const keys = carryOut(duplicateLayers(paths), namedAt('duplicate', paths));
  if (!keys) return;
  chooseNew(keys);
  announce(i18n.t('editor.duplicated', { what, position: positionName(firstPath()) }));
}

export function moveTo(paths: readonly LayerPath[], place: LayerPlace): void {
  const what = describeLayers(paths);
  const refusal = isAlreadyAt(paths, place) ? null : i18n.t('editor.refused');
  const name = namedAt('move', paths);
  if (paths.length === 0 || !carryOut(moveLayers(paths, place), name, { refusal })) return;
  useLayerSelection.getState().focusCursor();
  announce(i18n.t('editor.moved', { what, position: positionName(firstPath()) }));
}

/** Whether they were put back to where they are. */
function isAlreadyAt(paths: readonly LayerPath[], { parent, index }: LayerPlace): boolean {
  const [first] = paths;
  if (!first || !areNeighbours(paths) || !isSamePath(parentOf(first), parent)) return false;
  return index >= indexOf(first) && index <= indexOf(first) + paths.length;
}

/**
 * Returns the key of the group's head, for the caller to give the keyboard to, or to its name; null
 * where nothing was grouped. A name given before `settle` belongs to the same step of undo.
 */
export function groupChosen(): string | null {
  const paths = chosenPaths();
  if (!areNeighbours(paths)) {
    tellRefused(i18n.t('editor.notNeighbours'));
    return null;
  }
  const what = describeLayers(paths);
  const recipe = groupLayers(paths, i18n.t('editor.groupName'));
  useExperiment.getState().settle();
  if (!carryOut(recipe, namedAt('group', paths), { step: GROUPING })) return null;
  announce(i18n.t('editor.grouped', { what, name: groupNameAt(firstPath()) }));
  return chooseHead(firstPath());
}

/** Of the group that was just made, so that it can be named at once. */
function chooseHead(path: LayerPath): string | null {
  const head = currentRows().find((row) => row.kind === 'group' && isSamePath(row.path, path));
  const { choose, chosen } = useLayerSelection.getState();
  if (!head) return null;
  choose(chosen, head.key);
  return head.key;
}

export function ungroup(path: LayerPath): void {
  const name = groupNameAt(path);
  if (name === '') tellRefused(i18n.t('editor.noGroup'));
  else if (carryOut(ungroupLayers(path), namedEdit('ungroup', membersOf(layers(), path)))) {
    announce(i18n.t('editor.ungrouped', { name }));
  }
}

export function nameGroup(path: LayerPath, name: string): void {
  const wanted = name.slice(0, LONGEST_NAME);
  if (!carryOut(renameGroup(path, wanted), { edit: 'groupName', name: wanted }, { step: GROUPING }))
    return;
  announce(i18n.t('editor.groupRenamed', { name: groupNameAt(path) }));
}

/** An empty name takes it away. */
export function nameLayer(path: LayerPath, given: string): void {
  const name = given.slice(0, LONGEST_NAME).trim();
  const type = layerAt(layers(), path)?.type ?? '';
  const edit: EditName = { edit: 'layerName', type, ...(name !== '' && { name }) };
  if (!carryOut(renameLayer(path, name), edit)) return;
  announce(
    name === '' ? i18n.t('naming.removed', { type }) : i18n.t('naming.named', { type, name }),
  );
}

/** An empty note takes it away. */
export function writeNote(path: LayerPath, given: string): void {
  const note = given.slice(0, LONGEST_NOTE).trim();
  const type = layerAt(layers(), path)?.type ?? '';
  const edit: EditName = { edit: 'layerNote', type, isWritten: note !== '' };
  if (!carryOut(noteLayer(path, note), edit)) return;
  announce(i18n.t(note === '' ? 'notes.removed' : 'notes.written', { type }));
}

/** An empty note takes it away. */
export function writeGroupNote(path: LayerPath, given: string): void {
  const note = given.slice(0, LONGEST_NOTE).trim();
  const name = groupNameAt(path);
  const edit: EditName = { edit: 'groupNote', name, isWritten: note !== '' };
  if (!carryOut(noteGroup(path, note), edit)) return;
  announce(i18n.t(note === '' ? 'notes.removedGroup' : 'notes.writtenGroup', { name }));
}

function groupNameAt(path: LayerPath): string {
  return layerAt(layers(), path)?.group ?? '';
}

export function wrapChosen(type: string): void {
  const paths = chosenPaths();
  if (!areNeighbours(paths)) {
    tellRefused(i18n.t('editor.notNeighbours'));
    return;
  }
  const what = describeLayers(paths);
  const keys = carryOut(wrapLayers(paths, type), namedAt('wrap', paths));
  if (!keys) return;
  chooseNew(keys);
  announce(i18n.t('editor.wrapped', { what, type }));
}

export function unwrap(path: LayerPath): void {
  const what = describeLayers([path]);
  if (!layerAt(layers(), path)?.layers) {
    tellRefused(i18n.t('editor.noBlock', { what }));
    return;
  }
  if (!carryOut(unwrapLayer(path), namedAt('unwrap', [path]))) return;
  const { draft } = useExperiment.getState();
  const key = draft && keyAt(draft, path);
  if (key) chooseNew([key]);
  announce(i18n.t('editor.unwrapped', { what }));
}
