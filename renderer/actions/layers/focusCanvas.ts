import { useLayerSelection } from '../../state/useLayerSelection.ts';

/** Gives the keyboard back to the list, when something in front of it has closed. */
export function focusCanvas(event?: Event): void {
  event?.preventDefault();
  const { cursor } = useLayerSelection.getState();
  const row = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(cursor ?? '')}"]`);
  const canvas = document.querySelector<HTMLElement>('[data-canvas]');
  (row ?? canvas)?.focus({ preventScroll: true });
}
