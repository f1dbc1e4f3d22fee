/** What is dragged over the layer list, and where it would be dropped. */
import { create } from 'zustand';
import type { DropTarget } from './dropTarget.ts';

export type DragSource =
  | { readonly kind: 'layers'; readonly keys: readonly string[] }
  | { readonly kind: 'palette'; readonly type: string };

interface LayerDragState {
  readonly source: DragSource | null;
  /** `remove` outside the list; null where a drop does nothing. */
  readonly target: DropTarget | 'remove' | null;
}

export const useLayerDrag = create<LayerDragState>(() => ({ source: null, target: null }));
