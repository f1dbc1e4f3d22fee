/** What chosen layers of one type have in common, so that one edit can reach all of them. */
import type { ComponentDescriptor } from '../../../core/contract/Catalog.ts';
import { type LayerPath, layerAt } from '../../../core/contract/layerPath.ts';
import type { LayerSpec, OptionValue } from '../../../core/contract/ModelSpec.ts';

export interface SharedOptions {
  readonly descriptor: ComponentDescriptor;
  readonly paths: readonly LayerPath[];
  /** Those that are the same in all of them. */
  readonly options: Readonly<Record<string, OptionValue>>;
  /** Names of those that are not. */
  readonly mixed: ReadonlySet<string>;
}

/** By type, where there are at least two layers of it and something to be chosen. */
export function sharedOptions(
  layers: readonly LayerSpec[],
  paths: readonly LayerPath[],
  catalog: readonly ComponentDescriptor[],
): SharedOptions[] {
  const types = new Set(paths.flatMap((path) => layerAt(layers, path)?.type ?? []));
  return [...types].flatMap((type) => {
    const descriptor = catalog.find((one) => one.type === type);
    const alike = paths.filter((path) => layerAt(layers, path)?.type === type);
    if (!descriptor || descriptor.options.length === 0 || alike.length < 2) return [];
    return [{ descriptor, paths: alike, ...compared(layers, alike, descriptor) }];
  });
}

function compared(
  layers: readonly LayerSpec[],
  paths: readonly LayerPath[],
  descriptor: ComponentDescriptor,
) {
  const options: Record<string, OptionValue> = {};
  const mixed = new Set<string>();
  for (const { name, default: usual } of descriptor.options) {
    // An option that is left out is its default written down.
    const values = paths.map((path) => layerAt(layers, path)?.options[name] ?? usual);
    const [first] = values;
    const isSame = values.every((value) => JSON.stringify(value) === JSON.stringify(first));
    if (!isSame) mixed.add(name);
    else if (first !== undefined) options[name] = first;
  }
  return { options, mixed };
}
