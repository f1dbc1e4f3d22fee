import type { ComponentDescriptor } from '../contract/Catalog.ts';
import { StudioError } from '../contract/StudioError.ts';
import { didYouMean } from './didYouMean.ts';

type ComponentKind =
  | 'layer'
  | 'loss'
  | 'optimizer'
  | 'schedule'
  | 'warm-up'
  | 'gradient clipping'
  | 'initialization'
  | 'augmentation'
  | 'tokenizer'
  | 'vectorizer';

/**
 * The definition of that type, or a StudioError `invalid-experiment` at `where` that lists the
 * known ones.
 */
export function findDefinition<D extends { readonly descriptor: ComponentDescriptor }>(
  kind: ComponentKind,
  registry: readonly D[],
  type: string,
  where: string,
): D {
  const found = registry.find(({ descriptor }) => descriptor.type === type);
  if (found) return found;
  const known = registry.map(({ descriptor }) => descriptor.type);
  throw new StudioError('invalid-experiment', `There is no ${kind} "${type}".`, {
    where,
    hint: didYouMean(type, known, `Choose one of ${known.join(', ')}.`),
  });
}
