/**
 * Follows the pointer while something is dragged: once a frame, the place that it means.
 *
 * Rows are measured at the start, since little moves but the line that shows the place: a frame costs
 * a search, however many layers there are. At an edge of the list it scrolls.
 */
import { currentRows } from '../../../actions/layers/currentRows.ts';
import { dropTarget, type PlacedRow } from './dropTarget.ts';
import { useLayerDrag } from './useLayerDrag.ts';

const EDGE_PIXELS = 36;
const SCROLL_PIXELS = 12;

/** Returns the function that ends it. */
export function followPointer(canvas: HTMLElement, list: HTMLElement): () => void {
  let rows = measureRows(list);
  let measuredHeight = list.getBoundingClientRect().height;
  let pointer: PointerEvent | null = null;
  let frame = 0;
  const onMove = (event: PointerEvent) => {
    pointer = event;
  };
  const look = () => {
    frame = requestAnimationFrame(look);
    if (!pointer) return;
    const box = canvas.getBoundingClientRect();
    const { clientX: x, clientY: y } = pointer;
    const isInside = x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
    if (!isInside) {
      const { source } = useLayerDrag.getState();
      useLayerDrag.setState({ target: source?.kind === 'layers' ? 'remove' : null });
      return;
    }
    if (y < box.top + EDGE_PIXELS) canvas.scrollTop -= SCROLL_PIXELS;
    if (y > box.bottom - EDGE_PIXELS) canvas.scrollTop += SCROLL_PIXELS;
    const { top, height } = list.getBoundingClientRect();
    if (height !== measuredHeight) {
      // A problem that was found meanwhile has made a row higher.
      rows = measureRows(list);
      measuredHeight = height;
    }
    const found = dropTarget(rows, y - top);
    const { target } = useLayerDrag.getState();
    const isSame = target !== null && target !== 'remove' && target.line === found.line;
    if (!isSame || target.depth !== found.depth) useLayerDrag.setState({ target: found });
  };
  window.addEventListener('pointermove', onMove);
  frame = requestAnimationFrame(look);
  return () => {
    cancelAnimationFrame(frame);
    window.removeEventListener('pointermove', onMove);
  };
}

function measureRows(list: HTMLElement): PlacedRow[] {
  const { top } = list.getBoundingClientRect();
  const boxes = new Map<string, DOMRect>();
  for (const element of list.querySelectorAll<HTMLElement>('[data-row]')) {
    boxes.set(element.dataset.row ?? '', element.getBoundingClientRect());
  }
  return currentRows().flatMap((row) => {
    const box = boxes.get(row.key);
    return box ? [{ row, top: box.top - top, bottom: box.bottom - top }] : [];
  });
}
