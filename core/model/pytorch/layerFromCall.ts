/** One call of a PyTorch layer as a layer of the catalog, its arguments checked. */
import { didYouMean } from '../../catalog/didYouMean.ts';
import { describeOption, isAllowed } from '../../catalog/optionRules.ts';
import type { ComponentDescriptor, OptionDescriptor } from '../../contract/Catalog.ts';
import type { LayerSpec, Options, OptionValue } from '../../contract/ModelSpec.ts';
import { layerDefinitions } from '../../layers/registry.ts';
import { namedPadding, type PaddingName, paddingName } from './namedPadding.ts';
import type { PythonArgument, PythonCall, PythonValue } from './parsePython.ts';
import { pythonLiteral } from './pythonLiteral.ts';
import { type PytorchArguments, pytorchArguments, snakeCase } from './pytorchArguments.ts';
import { quote, type TextPlace, textError } from './textError.ts';

/** Throws StudioError `invalid-model` with line and column. */
export function layerFromCall(call: PythonCall): LayerSpec {
  const descriptor = descriptorOf(call);
  const names = pytorchArguments(descriptor);
  const options: Options = {};
  const given = new Set<string>();
  let named: { readonly name: PaddingName; readonly place: TextPlace } | null = null;
  for (const [position, argument] of call.arguments.entries()) {
    const name = argumentName(descriptor, names, argument, position);
    if (given.has(name)) throw textError(argument.place, `${name} is given twice.`);
    given.add(name);
    const option = descriptor.options.find((one) => snakeCase(one.name) === name);
    const padding = names.namesPadding && name === 'padding' ? paddingName(argument.value) : null;
    if (padding) {
      named = { name: padding, place: argument.value.place };
    } else if (option) {
      const value = optionValue(descriptor, option, argument.value);
      if (value !== undefined) options[option.name] = value;
    } else {
      checkFixed(descriptor, names, name, argument.value);
    }
  }
  refuseMissing(descriptor, options, call.place);
  if (named) options.padding = namedPadding(named.name, descriptor.type, options, named.place);
  return { type: descriptor.type, options: inCatalogOrder(descriptor, options) };
}

/** `torch.nn.Linear`, `nn.Linear` and `Linear` → `Linear`. */
export function layerName(name: string): string {
  return name.replace(/^(?:torch\.)?nn\.(?:modules\.)?/, '');
}

/** Throws StudioError `invalid-model` for an unknown layer. */
export function descriptorOf({ name, place }: PythonCall): ComponentDescriptor {
  const type = layerName(name);
  const found = layerDefinitions.find(({ descriptor }) => descriptor.type === type);
  if (found) return found.descriptor;
  const known = layerDefinitions.map(({ descriptor }) => descriptor.type);
  const hint = didYouMean(type, known, `Choose one of ${known.join(', ')}.`);
  throw textError(place, `There is no layer ${quote(type)}.`, hint);
}

function argumentName(
  { type }: ComponentDescriptor,
  { order }: PytorchArguments,
  { name, place }: PythonArgument,
  position: number,
): string {
  const found = name ?? order[position];
  if (found !== undefined) return found;
  const most = order.length === 1 ? '1 argument' : `${order.length} arguments`;
  throw textError(place, `${type} takes at most ${most} without a name.`);
}

function checkFixed(
  { type, options }: ComponentDescriptor,
  { fixed }: PytorchArguments,
  name: string,
  value: PythonValue,
): void {
  if (!Object.hasOwn(fixed, name)) {
    const known = options.map((option) => snakeCase(option.name));
    throw textError(
      value.place,
      `${type} has no argument ${quote(name)}.`,
      known.length === 0 ? `${type} has no arguments.` : `Its arguments are ${known.join(', ')}.`,
    );
  }
  const literal = value.kind === 'none' ? null : 'value' in value ? value.value : undefined;
  if (fixed[name].some((accepted) => accepted === literal)) return;
  const accepted = fixed[name].map(pythonLiteral).join(' or ');
  throw textError(
    value.place,
    `${type} ${name} must be ${accepted}. Received ${inWords(value)}.`,
    'Other values are not supported here.',
  );
}

/** Undefined for None, PyTorch's word for "left out". */
function optionValue(
  { type }: ComponentDescriptor,
  option: OptionDescriptor,
  value: PythonValue,
): OptionValue | undefined {
  if (value.kind === 'none' && option.inferred) return undefined;
  const literal = literalFor(option, value);
  if (literal !== undefined && isAllowed(option, literal)) return literal;
  throw textError(
    value.place,
    `${type} ${snakeCase(option.name)} must be ${describeOption(option)}. ` +
      `Received ${inWords(value)}.`,
    value.kind === 'word' ? 'Names of variables mean nothing here: write the value itself.' : null,
  );
}

/** One number for a whole list is the list of it: PyTorch's `LayerNorm(64)`. */
function literalFor(option: OptionDescriptor, value: PythonValue): OptionValue | undefined {
  const isList = option.kind === 'numbers' || option.kind === 'integers';
  if (value.kind === 'list') {
    return value.items.map((item) => (item.kind === 'number' ? item.value : Number.NaN));
  }
  if (!('value' in value)) return undefined;
  if (value.kind === 'word' && option.kind !== 'choice') return undefined;
  if (isList && value.kind === 'number') return Array(option.length ?? 1).fill(value.value);
  return value.value;
}

function refuseMissing(
  { type, options: known }: ComponentDescriptor,
  options: Options,
  place: TextPlace,
): void {
  const missing = known.find(
    (option) =>
      option.default === undefined && !option.inferred && !Object.hasOwn(options, option.name),
  );
  if (!missing) return;
  throw textError(place, `${type} needs ${snakeCase(missing.name)}: ${describeOption(missing)}.`);
}

function inCatalogOrder(descriptor: ComponentDescriptor, options: Options): Options {
  const names = descriptor.options.map(({ name }) => name);
  return Object.fromEntries(
    names.filter((name) => Object.hasOwn(options, name)).map((name) => [name, options[name]]),
  );
}

function inWords(value: PythonValue): string {
  if (value.kind === 'call') return `a call of ${quote(value.name)}`;
  if (value.kind === 'list') return `a tuple of ${value.items.length}`;
  if (value.kind === 'string') return quote(value.value);
  if (value.kind === 'word') return `the name ${quote(value.value)}`;
  return pythonLiteral(value.kind === 'none' ? null : value.value);
}
