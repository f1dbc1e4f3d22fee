/** The keyboard of the model screen: wherever the focus is on the list, or nowhere. */
import { useEffect } from 'react';
import { chooseAlike } from '../../actions/layers/chooseAlike.ts';
import { currentRows } from '../../actions/layers/currentRows.ts';
import {
  duplicateChosen,
  removeChosen,
  ungroup,
  unwrap,
  wrapChosen,
} from '../../actions/layers/editLayers.ts';
import { moveChosen } from '../../actions/layers/moveChosen.ts';
import { openQuickAdd } from '../../actions/layers/openQuickAdd.ts';
import { openRowMenu } from '../../actions/layers/openRowMenu.ts';
import { openSharedForm } from '../../actions/layers/openSharedForm.ts';
import { chooseAll, enterRow, leaveRow, walk } from '../../actions/layers/walkRows.ts';
import { focusFirstControl } from '../../components/focusFirstControl.ts';
import { useCatalog } from '../../state/catalog.ts';
import { useQuickAdd } from '../../state/quickAdd.ts';
import { useFolding } from '../../state/useFolding.ts';
import { useLayerSelection } from '../../state/useLayerSelection.ts';
import { useLayerZoom } from '../../state/useLayerZoom.ts';
import { desktop } from '../../studio.ts';
import { beginsTyping, type CanvasCommand, commandOf } from './canvasKeys.ts';
import { useLayerDrag } from './drag/useLayerDrag.ts';
import { fitZoom } from './fitZoom.ts';
import { groupAndName } from './groupAndName.ts';
import { isEditingText } from './isEditingText.ts';
import { rowLooks } from './rowLooks.ts';
import { useNaming } from './useNaming.ts';
import { useShortcutList } from './useShortcutList.ts';

export function useCanvasKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented || !isOurs(event)) return;
      // Escape ends a drag, and nothing else acts on a network in somebody's hands.
      if (useLayerDrag.getState().source) return;
      const command = commandOf(event, desktop.platform === 'darwin');
      if (command) {
        if (actions[command]() !== false) event.preventDefault();
      } else if (beginsTyping(event)) {
        event.preventDefault();
        openQuickAdd(event.key);
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

/** A button has its own Enter and Space; behind one of the rail, the screen has the other keys. */
function isOurs({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element) || isEditingText(target)) return false;
  if (target.matches('nav button')) return key !== 'Enter' && key !== ' ';
  return target === document.body || target.matches('[data-canvas], [data-row]');
}

const cursorRow = () =>
  currentRows().find(({ key }) => key === useLayerSelection.getState().cursor);

/** False where the key is left to others. */
const actions: Record<CanvasCommand, () => unknown> = {
  add: () => openQuickAdd(),
  next: () => walk('next', false),
  previous: () => walk('previous', false),
  first: () => walk('first', false),
  last: () => walk('last', false),
  extendNext: () => walk('next', true),
  extendPrevious: () => walk('previous', true),
  chooseAll,
  chooseAlike: () => {
    const row = cursorRow();
    if (row?.kind === 'layer') chooseAlike(row.layer.type);
  },
  open: openRow,
  up: () => moveChosen('up'),
  down: () => moveChosen('down'),
  in: () => moveChosen('in'),
  out: () => moveChosen('out'),
  duplicate: duplicateChosen,
  remove: () => removeChosen(),
  group: groupAndName,
  ungroup: () => {
    const row = cursorRow();
    if (row) ungroup(row.path);
  },
  wrap: () => {
    const block = useCatalog.getState().catalog.layers.find(({ holdsLayers }) => holdsLayers);
    if (block) wrapChosen(block.type);
  },
  unwrap: () => {
    const row = cursorRow();
    if (row?.kind === 'layer') unwrap(row.path);
  },
  menu: () => openRowMenu(useLayerSelection.getState().cursor),
  rename: () => {
    const row = cursorRow();
    if (row && row.kind !== 'end') useNaming.setState({ named: row.key });
  },
  enter: () => {
    const row = cursorRow();
    if (enterRow() || row?.kind !== 'layer' || !row.isBlock) return;
    useQuickAdd.getState().open({ row: row.key, isInside: true });
  },
  leave: leaveRow,
  unfold: enterRow,
  fold: () => {
    const row = cursorRow();
    const isOpen = row && row.kind !== 'end' && !row.isFolded;
    if (isOpen && (row.kind === 'group' || row.isBlock)) useFolding.getState().fold(row.key, true);
    else leaveRow();
  },
  smaller: () => useLayerZoom.getState().step(1),
  larger: () => useLayerZoom.getState().step(-1),
  fit: fitZoom,
  escape: () => {
    const { chosen, choose, cursor, selected } = useLayerSelection.getState();
    if (chosen.length === 0 && selected === null) return false;
    choose([], cursor);
    return true;
  },
  shortcuts: () => useShortcutList.setState({ isOpen: true }),
};

/**
 * Several of a type open one form for all; a layer opens its own, with the focus in it; a group
 * folds.
 */
function openRow(): void {
  const row = cursorRow();
  if (!row || row.kind === 'end') return;
  if (row.kind === 'group') {
    useFolding.getState().fold(row.key, !row.isFolded);
    return;
  }
  if (openSharedForm(row)) return;
  const { selected, select, choose } = useLayerSelection.getState();
  if (selected === row.key) {
    choose([row.key], row.key);
    return;
  }
  const { zoom, set } = useLayerZoom.getState();
  if (!rowLooks[zoom].hasText) set('full');
  select(row.key);
  requestAnimationFrame(() => {
    focusFirstControl(document.querySelector('[data-form]'));
  });
}
