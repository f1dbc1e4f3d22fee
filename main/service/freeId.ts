import { slugify } from './slugify.ts';

/** A slug of the name that is not taken yet: `mnist`, then `mnist-2`, `mnist-3` ... */
export function freeId(name: string, fallback: string, isTaken: (id: string) => boolean): string {
  const slug = slugify(name, fallback);
  let id = slug;
  for (let number = 2; isTaken(id); number++) id = `${slug}-${number}`;
  return id;
}
