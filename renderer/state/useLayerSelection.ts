/** Which rows of the layer list are chosen, where the keyboard is, and whose options are open. */
import { create } from 'zustand';

interface LayerSelection {
  /** The key of the layer whose options are open. */
  readonly selected: string | null;
  /** Keys of the layers that an edit concerns. */
  readonly chosen: readonly string[];
  /** The row that has the keyboard: a layer, or the head of a group. */
  readonly cursor: string | null;
  /** The other end of a range. */
  readonly anchor: string | null;
  /** Another number asks the row of the cursor to take the focus. */
  readonly focusTick: number;
  /** Chooses a layer alone and opens its options; null: nothing. */
  select(key: string | null): void;
  /** Chooses layers without opening any. */
  choose(chosen: readonly string[], cursor: string | null, anchor?: string | null): void;
  focusCursor(): void;
}

export const useLayerSelection = create<LayerSelection>((set) => ({
  selected: null,
  chosen: [],
  cursor: null,
  anchor: null,
  focusTick: 0,
  select: (key) =>
    set({ selected: key, chosen: key === null ? [] : [key], cursor: key, anchor: key }),
  choose: (chosen, cursor, anchor = cursor) => set({ selected: null, chosen, cursor, anchor }),
  focusCursor: () => set(({ focusTick }) => ({ focusTick: focusTick + 1 })),
}));
