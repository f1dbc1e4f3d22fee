/** Moves the keyboard over the rows of the list. */

import type { GroupRowItem, LayerRowData, LayerRowItem } from '../../state/layers/layerRows.ts';
import { useFolding } from '../../state/useFolding.ts';
import { useLayerSelection } from '../../state/useLayerSelection.ts';
import { currentRows } from './currentRows.ts';

export type WalkableRow = LayerRowItem | GroupRowItem;

export const isWalkable = (row: LayerRowData): row is WalkableRow => row.kind !== 'end';

/** What an edit concerns when the row is chosen. */
export const keysOfRow = (row: WalkableRow): readonly string[] =>
  row.kind === 'group' ? row.members : [row.key];

export type Step = 'next' | 'previous' | 'first' | 'last';

/** `extends`: what lies between the anchor and the new row is chosen, too. */
export function walk(step: Step, isExtending: boolean): void {
  const rows = currentRows().filter(isWalkable);
  const { cursor } = useLayerSelection.getState();
  const at = rows.findIndex(({ key }) => key === cursor);
  const steps: Record<Step, number> = {
    next: Math.min(at + 1, rows.length - 1),
    previous: at < 0 ? rows.length - 1 : Math.max(at - 1, 0),
    first: 0,
    last: rows.length - 1,
  };
  const row = rows[steps[step]];
  if (row) chooseRow(row, isExtending);
}

export function chooseRow(row: WalkableRow, isExtending = false): void {
  const { choose, focusCursor, anchor } = useLayerSelection.getState();
  if (isExtending && anchor !== null) choose(between(anchor, row.key), row.key, anchor);
  else choose(keysOfRow(row), row.key);
  focusCursor();
}

/**
 * The focus may come without us: by Tab, or by a screen reader. Then the row is chosen; a press of
 * the pointer is still to become a click or a drag.
 */
export function followFocus(row: WalkableRow, element: Element): void {
  const { cursor, choose } = useLayerSelection.getState();
  if (cursor === row.key || !element.matches(':focus-visible')) return;
  choose(keysOfRow(row), row.key);
}

/** Adds the row to what is chosen, or takes it out. */
export function toggleRow(row: WalkableRow): void {
  const { choose, chosen, focusCursor } = useLayerSelection.getState();
  const keys = keysOfRow(row);
  const isChosen = keys.every((key) => chosen.includes(key));
  const others = chosen.filter((key) => !keys.includes(key));
  choose(isChosen ? others : [...others, ...keys], row.key);
  focusCursor();
}

export function chooseAll(): void {
  const rows = currentRows().filter(isWalkable);
  const keys = rows.flatMap(keysOfRow);
  const { choose, cursor, focusCursor } = useLayerSelection.getState();
  choose([...new Set(keys)], cursor ?? rows[0]?.key ?? null);
  focusCursor();
}

/** Into the block or group, or out of the one that the row stands in. */
export function enterRow(): boolean {
  const rows = currentRows();
  const at = rows.findIndex(({ key }) => key === useLayerSelection.getState().cursor);
  const row = rows[at];
  if (!row || row.kind === 'end' || (row.kind === 'layer' && !row.isBlock)) return false;
  if (row.isFolded) {
    useFolding.getState().fold(row.key, false);
    return true;
  }
  const inner = rows[at + 1];
  if (inner && isWalkable(inner) && inner.depth > row.depth) {
    chooseRow(inner);
    return true;
  }
  return false;
}

export function leaveRow(): boolean {
  const rows = currentRows();
  const at = rows.findIndex(({ key }) => key === useLayerSelection.getState().cursor);
  const row = rows[at];
  if (!row) return false;
  const outer = rows.slice(0, at).findLast((one) => isWalkable(one) && one.depth < row.depth);
  if (!outer || !isWalkable(outer)) return false;
  chooseRow(outer);
  return true;
}

function between(anchor: string, cursor: string): string[] {
  const rows = currentRows().filter(isWalkable);
  const ends = [anchor, cursor].map((key) => rows.findIndex((row) => row.key === key));
  const [from = 0, to = 0] = ends.sort((a, b) => a - b);
  // An anchor that is gone, by undo or in a folded group, spans nothing.
  const keys = rows.slice(from < 0 ? to : from, to + 1).flatMap(keysOfRow);
  return [...new Set(keys)];
}
