import { currentRows } from '../../actions/layers/currentRows.ts';
import { useLayerZoom } from '../../state/useLayerZoom.ts';
import { zoomThatFits } from './rowLooks.ts';

/** Ends of the model, paddings and the bar above. */
const OTHER_PIXELS = 210;

/** The whole network in sight, as large as that allows. */
export function fitZoom(): void {
  const canvas = document.querySelector<HTMLElement>('[data-canvas]');
  if (!canvas) return;
  const rows = currentRows().length;
  useLayerZoom.getState().set(zoomThatFits(rows, canvas.clientHeight - OTHER_PIXELS));
}
