import type { ComponentDescriptor, OptionDescriptor } from '../../../core/contract/Catalog.ts';
import type { LayerSpec, Options, OptionValue } from '../../../core/contract/ModelSpec.ts';

/** By the kind of an option that must be given. */
const modestValues: Partial<Record<OptionDescriptor['kind'], number>> = { integer: 32, size: 3 };

/** A window that pools halves an image. */
const POOLING_WINDOW = 2;

/**
 * A new layer trains as it stands: an option without a default gets what is given, else a modest
 * value in its range.
 */
export function newLayer(descriptor: ComponentDescriptor, given: Options = {}): LayerSpec {
  const { type, options } = descriptor;
  const values = options.flatMap((option): [string, OptionValue][] => {
    const value = given[option.name] ?? requiredValue(descriptor, option);
    return value === undefined ? [] : [[option.name, value]];
  });
  return { type, options: Object.fromEntries(values) };
}

function requiredValue(
  { family }: ComponentDescriptor,
  { kind, default: usual, inferred }: OptionDescriptor,
): OptionValue | undefined {
  if (usual !== undefined || inferred) return undefined;
  return family === 'pooling' && kind === 'size' ? POOLING_WINDOW : modestValues[kind];
}
