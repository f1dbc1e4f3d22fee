/**
 * What can be done to the layers of an experiment, at any depth: each a recipe for the experiment
 * store. Paths are those before the edit. A recipe that cannot be done changes nothing.
 */
import { type LayerPath, layerAt } from '../../../core/contract/layerPath.ts';
import {
  type LayerSpec,
  LONGEST_NOTE,
  type OptionValue,
} from '../../../core/contract/ModelSpec.ts';
import type { DraftExperiment } from '../experiment.ts';
import {
  freeGroupName,
  groupAt,
  groupNoteOf,
  groupsOf,
  joinGroup,
  leaveGroup,
  setGroup,
  setGroupNote,
  tidyGroups,
} from './groups.ts';
import type { LayerPlace } from './LayerPlace.ts';
import { copyLayer, draftListAt, dropEmptyLists, hasRoom, listAt } from './layerTree.ts';
import { areNeighbours, indexOf, isSamePath, isWithin, outermost, parentOf } from './paths.ts';

export type LayerRecipe = (draft: DraftExperiment) => void;

/** Weights of an imported model fit its own layers only: with them, they go. */
export function replaceNetwork(layers: readonly LayerSpec[]): LayerRecipe {
  return ({ spec }) => {
    spec.model.layers = layers.map(copyLayer);
    delete spec.initialModel;
  };
}

export function insertLayers(place: LayerPlace, layers: readonly LayerSpec[]): LayerRecipe {
  return ({ spec: { model } }) => {
    if (!hasRoom(model.layers, place, layers)) return;
    const list = draftListAt(model.layers, place.parent);
    if (list) putInto(list, place, layers.map(copyLayer));
    dropEmptyLists(model.layers);
  };
}

export function removeLayers(paths: readonly LayerPath[]): LayerRecipe {
  return ({ spec: { model } }) => {
    for (const path of outermost(paths).reverse()) {
      const list = draftListAt(model.layers, parentOf(path));
      if (!list) continue;
      leaveGroup(list, indexOf(path));
      list.splice(indexOf(path), 1);
      tidyGroups(list);
    }
    dropEmptyLists(model.layers);
  };
}

/** In their order, to one place; a group that moves as a whole keeps its name. */
export function moveLayers(paths: readonly LayerPath[], place: LayerPlace): LayerRecipe {
  return ({ spec: { model } }) => {
    const chosen = outermost(paths);
    if (chosen.some((path) => isWithin(place.parent, path))) return;
    const moved = chosen.flatMap((path) => layerAt(model.layers, path) ?? []);
    const leaving = chosen.filter((path) => isSamePath(parentOf(path), place.parent)).length;
    if (!hasRoom(model.layers, place, moved, leaving)) return;
    const target = draftListAt(model.layers, place.parent) ?? [];
    const behind = target.slice(place.index).find((layer) => !moved.includes(layer));
    const torn = new Set(chosen.flatMap((path) => tornGroup(model.layers, path, chosen)));
    for (const [position, layer] of moved.entries()) {
      const path = chosen[position] ?? [];
      const list = draftListAt(model.layers, parentOf(path)) ?? [];
      if (torn.has(groupKey(path, layer.group))) leaveGroup(list, list.indexOf(layer));
      list.splice(list.indexOf(layer), 1);
    }
    const index = behind ? target.indexOf(behind) : target.length;
    putInto(target, { ...place, index }, moved);
    for (const path of chosen) tidyGroups(draftListAt(model.layers, parentOf(path)) ?? []);
    dropEmptyLists(model.layers);
  };
}

/** Copies behind the last of them. */
export function duplicateLayers(paths: readonly LayerPath[]): LayerRecipe {
  return (draft) => {
    const chosen = outermost(paths);
    const last = chosen.at(-1);
    if (!last) return;
    const { layers } = draft.spec.model;
    const list = listAt(layers, parentOf(last)) ?? [];
    const end = groupAt(list, indexOf(last));
    const isWhole = tornGroup(layers, last, chosen).length === 0;
    const copies = chosen.flatMap((path) => {
      const layer = layerAt(layers, path);
      if (!layer) return [];
      const copy = copyLayer(layer);
      if (tornGroup(layers, path, chosen).length > 0) setGroup([copy], undefined);
      return [copy];
    });
    const place = { parent: parentOf(last), index: indexOf(last) + 1 };
    insertLayers(isWhole ? place : { ...place, group: end?.name }, copies)(draft);
  };
}

/**
 * Neighbours in one list become a group; those that were in one leave it. What is written about
 * groups that they hold as a whole goes over to the new one, one below the other, as far as a note
 * may be long.
 */
export function groupLayers(paths: readonly LayerPath[], name: string): LayerRecipe {
  return ({ spec: { model } }) => {
    const found = neighboursAt(model.layers, paths);
    if (!found) return;
    const { first, list, members } = found;
    const wholes = groupsOf(members).filter(
      ({ name: old }) => !list.some((layer) => layer.group === old && !members.includes(layer)),
    );
    const notes = wholes.flatMap(({ start, end }) => groupNoteOf(members.slice(start, end)) ?? []);
    for (const offset of members.keys()) leaveGroup(list, indexOf(first) + offset);
    const taken = new Set(groupsOf(list).map((group) => group.name));
    setGroup(members, freeGroupName(name, taken));
    setGroupNote(members, notes.join('\n\n').slice(0, LONGEST_NOTE).trim() || undefined);
    tidyGroups(list);
  };
}

/** The layers of the group that the one at `path` is in stay where they are, without it. */
export function ungroupLayers(path: LayerPath): LayerRecipe {
  return ({ spec: { model } }) => setGroup(membersOf(model.layers, path), undefined);
}

export function renameGroup(path: LayerPath, name: string): LayerRecipe {
  return ({ spec: { model } }) => {
    const list = listAt(model.layers, parentOf(path)) ?? [];
    const members = membersOf(model.layers, path);
    const others = list.filter((layer) => !members.includes(layer));
    const taken = new Set(groupsOf(others).map((group) => group.name));
    setGroup(members, freeGroupName(name, taken));
  };
}

/** An empty note takes it away. */
export function noteGroup(path: LayerPath, note: string): LayerRecipe {
  return ({ spec: { model } }) =>
    setGroupNote(membersOf(model.layers, path), note === '' ? undefined : note);
}

/** Neighbours in one list go into a block of that type, which takes their place. */
export function wrapLayers(paths: readonly LayerPath[], type: string): LayerRecipe {
  return ({ spec: { model } }) => {
    const found = neighboursAt(model.layers, paths);
    if (!found) return;
    const { chosen, first, list, members } = found;
    const block: LayerSpec = { type, options: {}, layers: members.map(copyLayer) };
    const place = { parent: parentOf(first), index: indexOf(first) };
    if (!hasRoom(model.layers, place, [block], members.length)) return;
    const outer = members[0]?.group;
    const isInside = members.every(({ group }) => group === outer);
    if (outer !== undefined && isInside && tornGroup(model.layers, first, chosen).length > 0) {
      block.group = outer;
      setGroup(block.layers ?? [], undefined);
    }
    for (const _ of members) {
      leaveGroup(list, indexOf(first));
      list.splice(indexOf(first), 1);
    }
    list.splice(indexOf(first), 0, block);
    tidyGroups(list);
  };
}

/** What a block holds takes its place. */
export function unwrapLayer(path: LayerPath): LayerRecipe {
  return ({ spec: { model } }) => {
    const list = draftListAt(model.layers, parentOf(path));
    const block = layerAt(model.layers, path);
    if (!list || !block?.layers) return;
    const place = { parent: parentOf(path), index: indexOf(path) };
    const inner = block.layers.map(copyLayer);
    if (!hasRoom(model.layers, place, inner, 1)) return;
    const { group, groupNote } = block;
    if (group !== undefined) {
      setGroup(inner, undefined);
      setGroup(inner, group);
      setGroupNote(inner, groupNote);
    }
    leaveGroup(list, place.index);
    list.splice(place.index, 1);
    putInto(list, { ...place, group }, inner);
  };
}

/** Undefined takes the option out, so that it is inferred again. */
export function setLayerOption(
  path: LayerPath,
  name: string,
  value: OptionValue | undefined,
): LayerRecipe {
  return ({ spec: { model } }) => {
    const layer = layerAt(model.layers, path);
    if (!layer) return;
    if (value === undefined) delete layer.options[name];
    else layer.options[name] = value;
  };
}

/** An empty one takes it away. */
export function renameLayer(path: LayerPath, name: string): LayerRecipe {
  return ({ spec: { model } }) => {
    const layer = layerAt(model.layers, path);
    if (!layer) return;
    if (name === '') delete layer.name;
    else layer.name = name;
  };
}

/** An empty one takes it away. */
export function noteLayer(path: LayerPath, note: string): LayerRecipe {
  return ({ spec: { model } }) => {
    const layer = layerAt(model.layers, path);
    if (!layer) return;
    if (note === '') delete layer.note;
    else layer.note = note;
  };
}

/** In all of them alike. */
export function setLayersOption(
  paths: readonly LayerPath[],
  name: string,
  value: OptionValue | undefined,
): LayerRecipe {
  return (draft) => {
    for (const path of paths) setLayerOption(path, name, value)(draft);
  };
}

function putInto(list: LayerSpec[], place: LayerPlace, layers: readonly LayerSpec[]): void {
  const before = list[place.index - 1]?.group;
  const shared = before === list[place.index]?.group ? before : undefined;
  const group = place.group ?? shared;
  if (group !== undefined) joinGroup(layers, group, list);
  else renameTaken(layers, list);
  list.splice(place.index, 0, ...layers);
  tidyGroups(list);
}

/** A group that comes twice would otherwise grow into the one beside it. */
function renameTaken(layers: readonly LayerSpec[], list: readonly LayerSpec[]): void {
  const taken = new Set(groupsOf(list).map(({ name }) => name));
  for (const { name, start, end } of groupsOf(layers)) {
    const own = freeGroupName(name, taken);
    setGroup(layers.slice(start, end), own);
    taken.add(own);
  }
}

/** Chosen layers that follow each other in one list; null where they do not. */
function neighboursAt(layers: readonly LayerSpec[], paths: readonly LayerPath[]) {
  const chosen = outermost(paths);
  const [first] = chosen;
  if (!first || !areNeighbours(chosen)) return null;
  const list = draftListAt(layers, parentOf(first));
  const members = list?.slice(indexOf(first), indexOf(first) + chosen.length) ?? [];
  return list && members.length === chosen.length ? { chosen, first, list, members } : null;
}

/** The group that the layer at `path` is in; empty for one in none. */
export function membersOf(layers: readonly LayerSpec[], path: LayerPath): readonly LayerSpec[] {
  const list = listAt(layers, parentOf(path)) ?? [];
  const run = groupAt(list, indexOf(path));
  return run ? list.slice(run.start, run.end) : [];
}

const groupKey = (path: LayerPath, group: string | undefined) =>
  JSON.stringify([parentOf(path), group]);

/** The group of the layer at `path`, by its list and name, where not all of it is among `chosen`. */
function tornGroup(
  layers: readonly LayerSpec[],
  path: LayerPath,
  chosen: readonly LayerPath[],
): string[] {
  const run = groupAt(listAt(layers, parentOf(path)) ?? [], indexOf(path));
  if (!run) return [];
  const inList = chosen.filter((one) => isWithin(one, parentOf(path)));
  const places = new Set(inList.filter((one) => one.length === path.length).map(indexOf));
  for (let index = run.start; index < run.end; index += 1) {
    if (!places.has(index)) return [groupKey(path, run.name)];
  }
  return [];
}
