/**
 * Checks the options of a component against its catalog entry and fills in the defaults.
 *
 * All refusals have one form: `Dropout p must be in [0, 1). Received 1.2.`, at
 * `model.layers[2].options.p`.
 */
import type { ComponentDescriptor, OptionDescriptor } from '../contract/Catalog.ts';
import type { Options, OptionValue } from '../contract/ModelSpec.ts';
import { StudioError } from '../contract/StudioError.ts';
import { describeOption, isAllowed } from './optionRules.ts';

/**
 * Complete options, in the catalog's order; only `inferred` ones may still be missing.
 *
 * Throws StudioError `invalid-experiment` for an unknown, missing or refused option. `where` is the
 * component's place.
 */
export function parseOptions(
  descriptor: ComponentDescriptor,
  options: Readonly<Options>,
  where: string,
): Options {
  refuseUnknown(descriptor, options, where);
  const parsed: Options = {};
  for (const option of descriptor.options) {
    const value = parseOption(descriptor.type, option, options, where);
    if (value !== undefined) parsed[option.name] = value;
  }
  return parsed;
}

function parseOption(
  type: string,
  option: OptionDescriptor,
  options: Readonly<Options>,
  where: string,
): OptionValue | undefined {
  const place = `${where}.options.${option.name}`;
  const given = Object.hasOwn(options, option.name) ? options[option.name] : undefined;
  if (given === undefined) {
    if (option.default !== undefined || option.inferred) return option.default;
    const message = `${type} needs ${option.name}: ${describeOption(option)}.`;
    throw new StudioError('invalid-experiment', message, { where: place });
  }
  if (isAllowed(option, given)) return given;
  throw new StudioError(
    'invalid-experiment',
    `${type} ${option.name} must be ${describeOption(option)}. Received ${formatValue(given)}.`,
    { where: place },
  );
}

function refuseUnknown(
  { type, options: known }: ComponentDescriptor,
  options: Readonly<Options>,
  where: string,
): void {
  for (const name of Object.keys(options)) {
    if (known.some((option) => option.name === name)) continue;
    throw new StudioError('invalid-experiment', `${type} has no option "${name}".`, {
      where: `${where}.options.${name}`,
      hint:
        known.length === 0
          ? `${type} has no options.`
          : `Its options are ${known.map((option) => option.name).join(', ')}.`,
    });
  }
}

/** As JSON, but NaN and infinities by their names. */
function formatValue(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(formatValue).join(', ')}]`;
  return typeof value === 'number' ? String(value) : JSON.stringify(value);
}
