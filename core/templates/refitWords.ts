import type { OptionDescriptor } from '../contract/Catalog.ts';
import type { LayerSpec } from '../contract/ModelSpec.ts';
import type { LocalizedText } from '../contract/primitives.ts';
import { layerDefinitions } from '../layers/registry.ts';
import { insertWords, resetWords, setWords } from '../training/fixes/words.ts';

/** What refitLayers has changed, as the buttons of fixes would say it, each once. */
export function refitWords(
  before: readonly LayerSpec[],
  after: readonly LayerSpec[],
): LocalizedText[] {
  const added = after.length - before.length;
  const words = [
    ...after.slice(0, added).map(({ type }) => insertWords(type)),
    ...changed(before, after.slice(added)),
  ];
  return words.filter((one, at) => words.findIndex(({ en }) => en === one.en) === at);
}

function changed(before: readonly LayerSpec[], after: readonly LayerSpec[]): LocalizedText[] {
  return before.flatMap((layer, at) => {
    const { options, layers = [] } = after[at] ?? layer;
    const own = optionsOf(layer)
      .filter(({ name }) => JSON.stringify(layer.options[name]) !== JSON.stringify(options[name]))
      .map((option) => {
        const value = options[option.name];
        return value === undefined ? resetWords(option) : setWords(option, value);
      });
    return [...own, ...changed(layer.layers ?? [], layers)];
  });
}

const optionsOf = ({ type }: LayerSpec): readonly OptionDescriptor[] =>
  layerDefinitions.find(({ descriptor }) => descriptor.type === type)?.descriptor.options ?? [];
