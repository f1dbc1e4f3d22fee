/** Names for folders and ids, made from what a person typed. */

/** Leaves room behind it for `-12345` within the 80 characters of a Slug. */
const LONGEST = 68;

/**
 * `My Data (2).csv` becomes `my-data-2-csv`, `Ünïcode` `unicode`, `꽃 자료` `꽃-자료`; a name without a
 * letter or digit becomes `fallback`.
 */
export function slugify(name: string, fallback: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{Ll}\p{Lo}\p{Nd}]+/gu, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
  return slug === '' ? fallback : slug;
}
