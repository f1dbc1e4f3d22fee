/** Names for folders and ids, made from what a person typed. */

/** Leaves room behind it for `-12345` within the 80 characters of a Slug. */
const LONGEST = 68;

/**
 * `My Data (2).csv` becomes `my-data-2-csv`; a name without a Latin letter or digit becomes
 * `fallback`.
 */
export function slugify(name: string, fallback: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
  return slug === '' ? fallback : slug;
}
