import { useQuickAdd } from '../../state/quickAdd.ts';
import { useLayerSelection } from '../../state/useLayerSelection.ts';
import { currentRows } from './currentRows.ts';

/** Behind the row that has the keyboard, else at the end; a row that is gone has it no longer. */
export function openQuickAdd(text = ''): void {
  const { cursor, chosen } = useLayerSelection.getState();
  const rows = currentRows();
  const row =
    rows.find(({ key }) => key === cursor) ??
    rows.find(({ key }) => key === chosen.at(-1)) ??
    rows.findLast(({ depth, kind }) => depth === 0 && kind !== 'end');
  const isInside = row?.kind === 'layer' && row.isBlock && !row.layer.layers;
  useQuickAdd.getState().open({ row: row?.key ?? null, isInside }, text);
}
