import type { ImageFile } from './ImageFiles.ts';

/** Places of at most `most` files, in turn from all classes, or from as many of them spread evenly. */
export function shownPlaces(files: readonly ImageFile[], most: number): number[] {
  const byClass = new Map<string, number[]>();
  for (const [place, { label }] of files.entries()) {
    const places = byClass.get(label);
    if (places) places.push(place);
    else byClass.set(label, [place]);
  }
  const classes = evenly([...byClass.values()], most);
  const shown = classes.flatMap((places, at) => {
    const share = Math.floor(most / classes.length) + (at < most % classes.length ? 1 : 0);
    return evenly(places, share);
  });
  return shown.sort((a, b) => a - b);
}

function evenly<T>(items: readonly T[], most: number): readonly T[] {
  if (items.length <= most) return items;
  const step = items.length / most;
  return Array.from({ length: most }, (_, at) => items[Math.floor(at * step)] as T);
}
