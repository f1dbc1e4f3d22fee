import { i18n } from './i18n.ts';

/**
 * A catalog family in the language in use; a family that has no translation yet keeps its own
 * name.
 */
export function familyName(family: string): string {
  return String(i18n.t(`families.${family}` as never, { defaultValue: family }));
}
