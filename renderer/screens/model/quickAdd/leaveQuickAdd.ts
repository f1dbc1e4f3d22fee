import { currentRows } from '../../../actions/layers/currentRows.ts';
import { useQuickAdd } from '../../../state/quickAdd.ts';

/** Goes on typing behind the block or group that the place is in; does nothing in the model's own list. */
export function leaveQuickAdd(): void {
  const { at } = useQuickAdd.getState();
  if (!at) return;
  if (at.isInside) {
    useQuickAdd.setState({ at: { ...at, isInside: false } });
    return;
  }
  const rows = currentRows();
  const index = rows.findIndex(({ key }) => key === at.row);
  const depth = rows[index]?.depth ?? 0;
  const outer = rows.slice(0, index).findLast((row) => row.kind !== 'end' && row.depth < depth);
  if (outer) useQuickAdd.setState({ at: { row: outer.key, isInside: false } });
}
