import { create } from 'zustand';

interface Folding {
  /** Keys of the rows whose layers are hidden: blocks and groups. */
  readonly folded: ReadonlySet<string>;
  fold(key: string, isFolded: boolean): void;
  unfoldAll(): void;
}

/** How the layer list is shown; no part of the document. */
export const useFolding = create<Folding>((set) => ({
  folded: new Set(),
  fold: (key, isFolded) =>
    set(({ folded }) => {
      const next = new Set(folded);
      if (isFolded) next.add(key);
      else next.delete(key);
      return { folded: next };
    }),
  unfoldAll: () => set({ folded: new Set() }),
}));
