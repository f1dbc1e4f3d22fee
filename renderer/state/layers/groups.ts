/**
 * Groups of a list of layers: neighbours that carry the same name.
 *
 * In a list that was edited here no name stands in two places: what an edit tears apart, or a paste
 * brings twice, gets names of its own (tidyGroups).
 */
import { type LayerSpec, LONGEST_NAME } from '../../../core/contract/ModelSpec.ts';

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
  }
}

export function setGroup(layers: readonly LayerSpec[], name: string | undefined): void {
  for (const layer of layers) {
    if (name === undefined) delete layer.group;
    else if (layer.group !== name) layer.group = name;
  }
}
