/** How a person looks at the table of runs; kept while a run is open, or another screen. */
import { create } from 'zustand';
import type { RunOrder } from './runColumns.ts';

interface RunListState {
  readonly order: RunOrder;
  /** Laid over each other below the table. */
  readonly chosen: ReadonlySet<string>;
  /** The row that Tab leads to: where the keyboard was last. */
  readonly current: string | null;
  sort(order: RunOrder): void;
  /** Whether it is chosen now. */
  toggle(run: string): boolean;
  clear(): void;
  stand(run: string): void;
}

export const useRunList = create<RunListState>((set, get) => ({
  order: { key: 'started', descending: true },
  chosen: new Set(),
  current: null,
  sort: (order) => set({ order }),
  toggle: (run) => {
    const chosen = new Set(get().chosen);
    const isChosen = !chosen.delete(run);
    if (isChosen) chosen.add(run);
    set({ chosen });
    return isChosen;
  },
  clear: () => set({ chosen: new Set() }),
  stand: (run) => set({ current: run }),
}));
