import type { SpecFix } from '../../contract/SpecEdit.ts';
import { layerDefinitions } from '../../layers/registry.ts';
import type { Findings } from './findFixes.ts';
import { setWords } from './words.ts';

/** Of a sample's first axis. */
const sizes = new Set(['inFeatures', 'inChannels', 'numFeatures']);

/**
 * "Set input features to 2304" for a size that is left out again: what it became is known only
 * behind the edit, and is written into it, as whoever gave the size wants to see one.
 */
export function resolvedLabel(fix: SpecFix, { layers }: Findings): SpecFix {
  const [edit] = fix.edits;
  if (fix.edits.length !== 1 || edit.edit !== 'setLayerOption' || edit.value !== null) return fix;
  const [at, ...inner] = edit.path;
  const report = inner.length === 0 ? layers[at] : undefined;
  const option = layerDefinitions
    .find(({ descriptor }) => descriptor.type === report?.type)
    ?.descriptor.options.find(({ name, inferred }) => name === edit.name && inferred);
  const value = report?.inputShape?.[0];
  if (!option || value === undefined || !sizes.has(edit.name)) return fix;
  return { label: setWords(option, value), edits: [{ ...edit, value }] };
}
