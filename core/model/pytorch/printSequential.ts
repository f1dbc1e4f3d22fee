/** A network as PyTorch's text, the way people write it: what is standard is left out. */
import { parseOptions } from '../../catalog/parseOptions.ts';
import type { ComponentDescriptor, OptionDescriptor } from '../../contract/Catalog.ts';
import { type LayerPath, layerPlace } from '../../contract/layerPath.ts';
import type { LayerSpec, ModelSpec, Options } from '../../contract/ModelSpec.ts';
import { layerDefinition } from '../../layers/registry.ts';
import { pythonLiteral } from './pythonLiteral.ts';
import { pytorchArguments, snakeCase } from './pytorchArguments.ts';

/** Where a layer's class comes from, as Python writes it: `nn.`, or nothing. */
type PrefixOf = (layer: LayerSpec) => string;

/** PyTorch has no layer that holds others but Sequential: such a class is the reader's own. */
const pytorchPrefix: PrefixOf = ({ layers }) => (layers ? '' : 'nn.');

/**
 * `nn.Sequential(`, a layer a line, `)`; parseSequential reads the same network from it.
 *
 * Sizes that are left out stay out, which PyTorch does not accept: hand in the layers of a built
 * model for text that runs. Throws StudioError `invalid-experiment` for an unknown layer or a
 * refused option.
 */
export function printSequential({ layers }: ModelSpec, prefixOf: PrefixOf = pytorchPrefix): string {
  return printCall('nn.Sequential', printLayers(layers, [], prefixOf));
}

function printLayers(
  layers: readonly LayerSpec[],
  outer: LayerPath,
  prefixOf: PrefixOf,
): readonly string[] {
  return layers.map((layer, index) => {
    const path = [...outer, index];
    const name = `${prefixOf(layer)}${layer.type}`;
    const options = printOptions(layer, layerPlace(path));
    return layer.layers
      ? printCall(name, [...printLayers(layer.layers, path, prefixOf), ...options])
      : `${name}(${options.join(', ')})`;
  });
}

function printCall(name: string, lines: readonly string[]): string {
  const indented = lines.map((line) => `    ${line.replaceAll('\n', '\n    ')}`);
  return `${name}(\n${indented.join(',\n')}\n)`;
}

function printOptions({ type, options: given }: LayerSpec, where: string): string[] {
  const { descriptor } = layerDefinition(type, where);
  const options = parseOptions(descriptor, given, where);
  const written = writtenOptions(descriptor, options);
  const positional = positionalOptions(descriptor, written);
  const named = written.filter((option) => !positional.includes(option));
  return [
    ...positional.map(({ name }) => pythonLiteral(options[name])),
    ...named.map(({ name }) => `${snakeCase(name)}=${pythonLiteral(options[name])}`),
  ];
}

function writtenOptions(descriptor: ComponentDescriptor, options: Options): OptionDescriptor[] {
  const { written } = pytorchArguments(descriptor);
  return descriptor.options.filter(
    ({ name, default: standard }) =>
      options[name] !== undefined &&
      (written.includes(snakeCase(name)) ||
        JSON.stringify(options[name]) !== JSON.stringify(standard)),
  );
}

/** Sizes, and the first argument, stand without a name as long as none in front is left out. */
function positionalOptions(
  descriptor: ComponentDescriptor,
  written: readonly OptionDescriptor[],
): OptionDescriptor[] {
  const positional: OptionDescriptor[] = [];
  for (const [position, name] of pytorchArguments(descriptor).order.entries()) {
    const option = written.find((one) => snakeCase(one.name) === name);
    if (!option || (position > 0 && option.default !== undefined)) break;
    positional.push(option);
  }
  return positional;
}
