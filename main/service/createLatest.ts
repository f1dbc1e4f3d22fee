/** Remembers the one value that was asked for last; what is large is kept once, not for ever. */

export interface Latest<T> {
  get(key: string): Promise<T>;
  clear(): void;
}

export function createLatest<T>(load: (key: string) => Promise<T>): Latest<T> {
  let latest: { readonly key: string; readonly value: Promise<T> } | null = null;
  return {
    get(key) {
      if (latest?.key === key) return latest.value;
      const entry = { key, value: load(key) };
      latest = entry;
      // A failure is not worth remembering.
      entry.value.catch(() => {
        if (latest === entry) latest = null;
      });
      return entry.value;
    },
    clear() {
      latest = null;
    },
  };
}
