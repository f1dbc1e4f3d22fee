import type { ExperimentSpec } from '../../core/contract/ExperimentSpec.ts';
import { optionLabel } from './editWords.ts';

const ofOption = /^(.+)\.options\.(\w+)$/;

/**
 * The place of an option, `augmentation[1].options.synonyms`, in the words of its form:
 * `SynonymReplacement, Synonyms`. Null for any other place, and where the experiment has no such one.
 */
export function optionPlaceWords(place: string, spec: ExperimentSpec | null): string | null {
  const [, owner = '', option = ''] = ofOption.exec(place) ?? [];
  if (option === '' || spec === null) return null;
  let found: unknown = spec;
  for (const key of owner.match(/\w+/g) ?? []) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return null;
    found = (found as Readonly<Record<string, unknown>>)[key];
  }
  const { type } = (found ?? {}) as { readonly type?: unknown };
  return typeof type === 'string' ? `${type}, ${optionLabel(type, option)}` : null;
}
