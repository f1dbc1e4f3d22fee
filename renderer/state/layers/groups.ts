/**
 * Groups of a list of layers: neighbours that carry the same name.
 *
 * In a list that was edited here no name stands in two places: what an edit tears apart, or a paste
 * brings twice, gets names of its own, and the note on a group stands at its first layer (tidyGroups).
 */
import { type LayerSpec, LONGEST_NAME } from '../../../core/contract/ModelSpec.ts';

type Layers = readonly LayerSpec[];

export interface GroupRun {
  readonly name: string;
  /** Of its first layer. */
  readonly start: number;
  /** Behind its last layer. */
  readonly end: number;
}

export function groupsOf(layers: readonly LayerSpec[]): GroupRun[] {
  const runs: GroupRun[] = [];
  let start = 0;
  for (let index = 1; index <= layers.length; index += 1) {
    const name = layers[start]?.group;
    if (index < layers.length && layers[index]?.group === name) continue;
    if (name !== undefined) runs.push({ name, start, end: index });
    start = index;
  }
  return runs;
}

export function groupAt(layers: readonly LayerSpec[], index: number): GroupRun | undefined {
  return groupsOf(layers).find(({ start, end }) => start <= index && index < end);
}

/** `conv`, or `conv 2` where that is taken. */
export function freeGroupName(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  const stem = wanted.replace(/ \d+$/, '').slice(0, LONGEST_NAME - 5);
  for (let number = 2; ; number += 1) {
    const name = `${stem} ${number}`;
    if (!taken.has(name)) return name;
  }
}

/** What is written about the group that consists of these layers. */
export function groupNoteOf(members: readonly LayerSpec[]): string | undefined {
  return members.find(({ groupNote }) => groupNote !== undefined)?.groupNote;
}

export function setGroupNote(
  [first, ...rest]: readonly LayerSpec[],
  note: string | undefined,
): void {
  if (first && note === undefined) delete first.groupNote;
  else if (first && first.groupNote !== note) first.groupNote = note;
  for (const layer of rest) delete layer.groupNote;
}

/** Gives the second of two groups of one name another one. */
export function tidyGroups(layers: LayerSpec[]): void {
  const runs = groupsOf(layers);
  const taken = new Set(runs.map(({ name }) => name));
  const seen = new Set<string>();
  for (const { name, start, end } of runs) {
    const own = seen.has(name) ? freeGroupName(name, taken) : name;
    if (own !== name) setGroup(layers.slice(start, end), own);
    taken.add(own);
    seen.add(own);
    const members = layers.slice(start, end);
    setGroupNote(members, groupNoteOf(members));
  }
}

/** Layers in no group have no note on one; a name that is only another one leaves the note. */
export function setGroup(layers: readonly LayerSpec[], name: string | undefined): void {
  for (const layer of layers) {
    if (name === undefined) {
      delete layer.group;
      delete layer.groupNote;
    } else if (layer.group !== name) layer.group = name;
  }
}

/** Before they come into `list`: a group that is there keeps its own note, or none. */
export function joinGroup(layers: readonly LayerSpec[], name: string, list: Layers): void {
  const isThere = list.some(({ group }) => group === name);
  for (const layer of layers) {
    if (isThere || layer.group !== name) delete layer.groupNote;
  }
  setGroup(layers, name);
}

/** The layer at `index` goes out of its group, whose note stays with those that remain. */
export function leaveGroup(list: Layers, index: number): void {
  const layer = list[index];
  const run = groupAt(list, index);
  if (!layer || !run) return;
  const heir = list.slice(run.start, run.end).find((one) => one !== layer);
  if (heir && layer.groupNote !== undefined) heir.groupNote = layer.groupNote;
  setGroup([layer], undefined);
}
