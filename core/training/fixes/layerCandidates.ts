/**
 * Edits of the layers that may mend an error among them. Whether they do is found out by trying:
 * see findFixes.ts.
 */
import type { ComponentDescriptor, OptionDescriptor } from '../../contract/Catalog.ts';
import type { Problem } from '../../contract/ExperimentReport.ts';
import type { ExperimentSpec } from '../../contract/ExperimentSpec.ts';
import { type LayerPath, layerAt, pathOfPlace, walkLayers } from '../../contract/layerPath.ts';
import type { LayerSpec, OptionValue } from '../../contract/ModelSpec.ts';
import type { SpecEdit, SpecFix } from '../../contract/SpecEdit.ts';
import type { Shape } from '../../graph/Tensor.ts';
import { layerDefinitions } from '../../layers/registry.ts';
import { takesTokens } from '../takesTokens.ts';
import { aroundFlatten } from './aroundFlatten.ts';
import {
  endWithWords,
  insertWords,
  removeOptionWords,
  removeWords,
  replaceWords,
  resetWords,
  setWords,
} from './words.ts';

export interface LayerFacts {
  /** In front of the top-level layer at fault; null where it is not known. */
  readonly inputShapeOf: (index: number) => Shape | null;
  /** Outputs that the target asks for. */
  readonly outputs: number;
}

/** Of an error at `model` or below, the likeliest first. */
export function layerCandidates(
  { model }: ExperimentSpec,
  { where }: Problem,
  facts: LayerFacts,
): SpecFix[] {
  const path = pathOfPlace(where);
  const layer = path && layerAt(model.layers, path);
  if (!path || !layer) return endings(model.layers, facts.outputs);
  const descriptor = descriptorOf(layer.type);
  const input = path.length === 1 ? facts.inputShapeOf(path[0]) : null;
  const option = /\.options\.(\w+)$/.exec(where)?.[1];
  const isLast = path.length === 1 && path[0] === model.layers.length - 1;
  return [
    ...(option ? optionCandidates(path, layer, descriptor, option) : []),
    ...(option ? [] : shapeCandidates(path, layer, { descriptor, input })),
    ...aroundFlatten(path, model.layers),
    ...windowCandidates(path, layer, input),
    ...innerCandidates(path, layer, input),
    ...(isLast ? endings(model.layers, facts.outputs) : []),
    { label: removeWords(layer.type), edits: [{ edit: 'removeLayer', path: [...path] }] },
  ];
}

const descriptorOf = (type: string) =>
  layerDefinitions.find(({ descriptor }) => descriptor.type === type)?.descriptor;

const setOption = (path: LayerPath, name: string, value: OptionValue | null): SpecEdit => ({
  edit: 'setLayerOption',
  path: [...path],
  name,
  value,
});

/** A refused option back to its default, an unknown one out, a missing one given. */
function optionCandidates(
  path: LayerPath,
  layer: LayerSpec,
  descriptor: ComponentDescriptor | undefined,
  name: string,
): SpecFix[] {
  const option = descriptor?.options.find((one) => one.name === name);
  if (!option) {
    return [{ label: removeOptionWords(name), edits: [setOption(path, name, null)] }];
  }
  const given = Object.hasOwn(layer.options, name);
  const minimum = option.range?.minimum ?? 1;
  if (option.default !== undefined || option.inferred) {
    const usual = option.default;
    const label = usual === undefined ? resetWords(option) : setWords(option, usual);
    return given ? [{ label, edits: [setOption(path, name, null)] }] : [];
  }
  return [{ label: setWords(option, minimum), edits: [setOption(path, name, minimum)] }];
}

/** What arrives has another shape than the layer takes. */
function shapeCandidates(
  path: LayerPath,
  layer: LayerSpec,
  { descriptor, input }: { descriptor: ComponentDescriptor | undefined; input: Shape | null },
): SpecFix[] {
  const inferred = (descriptor?.options ?? []).filter(
    ({ name, inferred: follows }) => follows && Object.hasOwn(layer.options, name),
  );
  const flatten: SpecEdit = {
    edit: 'insertLayer',
    path: [...path],
    layer: { type: 'Flatten', options: {} },
  };
  const label = insertWords('Flatten');
  const isFlat = input?.length === 1;
  // Nothing may stand between the token numbers and the layer that looks them up.
  const isFirst = takesTokens(layer.type);
  const reset = inferred.map(({ name }) => setOption(path, name, null));
  const twin = twins[layer.type];
  return [
    ...(reset.length > 0 ? [{ label: resetAll(inferred), edits: reset }] : []),
    ...(isFlat || isFirst ? [] : [{ label, edits: [flatten] }]),
    ...(isFlat || isFirst || reset.length === 0 ? [] : [{ label, edits: [...reset, flatten] }]),
    ...(twin ? [replacement(path, layer, twin)] : []),
  ];
}

function resetAll(options: readonly OptionDescriptor[]) {
  const words = options.map(resetWords);
  return { en: words.map(({ en }) => en).join(', '), ko: words.map(({ ko }) => ko).join(', ') };
}

/** The same for samples of another rank. */
const twins: Readonly<Record<string, string>> = {
  BatchNorm1d: 'BatchNorm2d',
  BatchNorm2d: 'BatchNorm1d',
};

function replacement(path: LayerPath, layer: LayerSpec, other: string): SpecFix {
  return {
    label: replaceWords(layer.type, other),
    edits: [
      { edit: 'removeLayer', path: [...path] },
      { edit: 'insertLayer', path: [...path], layer: { ...layer, type: other } },
    ],
  };
}

/** A window that is larger than the image shrinks to it. */
function windowCandidates(path: LayerPath, { type, options }: LayerSpec, input: Shape | null) {
  const option = descriptorOf(type)?.options.find(({ name }) => name === 'kernelSize');
  if (!option || input?.length !== 3 || options.kernelSize === undefined) return [];
  const size = Math.min(input[1], input[2]);
  const edits = [setOption(path, 'kernelSize', size)];
  return [{ label: setWords(option, size), edits }];
}

/** A block whose last layer gives another size than the block is given. */
function innerCandidates(path: LayerPath, { layers }: LayerSpec, input: Shape | null): SpecFix[] {
  const last = layers?.findLastIndex(({ options }) => sizeOption(options) !== null) ?? -1;
  if (!layers || !input || last < 0) return [];
  const { type, options } = layers[last];
  return setSize([...path, last], type, options, input[0]);
}

const sizeOption = (options: LayerSpec['options']) =>
  ['outFeatures', 'outChannels'].find((name) => Object.hasOwn(options, name)) ?? null;

function setSize(path: LayerPath, type: string, options: LayerSpec['options'], size: number) {
  const option = descriptorOf(type)?.options.find(({ name }) => name === sizeOption(options));
  if (!option) return [];
  return [{ label: setWords(option, size), edits: [setOption(path, option.name, size)] }];
}

/** So that the model ends as the target asks: its last layer resized, or one more. */
function endings(layers: readonly LayerSpec[], outputs: number): SpecFix[] {
  const sized = [...walkLayers(layers)]
    .filter(({ path, layer }) => path.length === 1 && Object.hasOwn(layer.options, 'outFeatures'))
    .at(-1);
  const end = (types: readonly LayerSpec[]): SpecEdit[] =>
    types.map((layer, at) => ({ edit: 'insertLayer', path: [layers.length + at], layer }));
  const linear = { type: 'Linear', options: { outFeatures: outputs } };
  const label = endWithWords(outputs);
  return [
    ...(sized ? setSize(sized.path, sized.layer.type, sized.layer.options, outputs) : []),
    { label, edits: end([linear]) },
    { label, edits: end([{ type: 'Flatten', options: {} }, linear]) },
  ];
}
