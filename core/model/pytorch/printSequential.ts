/** A network as PyTorch's text, the way people write it: what is standard is left out. */
import { parseOptions } from '../../catalog/parseOptions.ts';
import type { ComponentDescriptor, OptionDescriptor } from '../../contract/Catalog.ts';
import type { LayerSpec, ModelSpec, Options } from '../../contract/ModelSpec.ts';
import { layerDefinition } from '../../layers/registry.ts';
import { pythonLiteral } from './layerFromCall.ts';
import { pytorchArguments, snakeCase } from './pytorchArguments.ts';

/**
 * `nn.Sequential(`, a layer a line, `)`; parseSequential reads the same network from it.
 *
 * `prefixOf` says where a layer's class comes from. Sizes that are left out stay out, which PyTorch does not accept: hand in the layers of a built
 * model for text that runs. Throws StudioError `invalid-experiment` for an unknown
 * layer or a refused option.
 */
export function printSequential(
  { layers }: ModelSpec,
  prefixOf: (layer: LayerSpec) => string = () => 'nn.',
): string {
  const lines = layers.map((layer, index) => `    ${prefixOf(layer)}${printLayer(layer, index)}`);
  return `nn.Sequential(\n${lines.join(',\n')}\n)`;
}

function printLayer({ type, options: given }: LayerSpec, index: number): string {
  const where = `model.layers[${index}]`;
  const { descriptor } = layerDefinition(type, where);
  const options = parseOptions(descriptor, given, where);
  const written = writtenOptions(descriptor, options);
  const positional = positionalOptions(descriptor, written);
  const named = written.filter((option) => !positional.includes(option));
  const argumentTexts = [
    ...positional.map(({ name }) => pythonLiteral(options[name])),
    ...named.map(({ name }) => `${snakeCase(name)}=${pythonLiteral(options[name])}`),
  ];
  return `${type}(${argumentTexts.join(', ')})`;
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
