/**
 * Where the lecture puts dropout and batch normalization in a list of layers, and the edits that
 * put them there: dropout between an activation and the next layer, batch normalization between a
 * layer and its activation.
 */
import type { LayerPath } from '../contract/layerPath.ts';
import type { LayerSpec } from '../contract/ModelSpec.ts';
import type { SpecEdit } from '../contract/SpecEdit.ts';
import { layerDefinitions } from '../layers/registry.ts';

const families = new Map(
  layerDefinitions.map(({ descriptor }) => [descriptor.type, descriptor.family]),
);

export const isActivation = ({ type }: Pick<LayerSpec, 'type'>) =>
  families.get(type) === 'activation';
/** What an activation follows, and dropout comes before. */
const isWeighted = ({ type }: LayerSpec) => type === 'Linear' || type === 'Conv2d';

export const removal = (path: LayerPath): SpecEdit => ({ edit: 'removeLayer', path: [...path] });
export const insertion = (path: LayerPath, layer: LayerSpec): SpecEdit => ({
  edit: 'insertLayer',
  path: [...path],
  layer,
});

/** The activations of hidden layers with weights. */
export function hiddenActivations(list: readonly LayerSpec[]): number[] {
  return list.flatMap((layer, index) =>
    index > 0 && isActivation(layer) && isWeighted(list[index - 1]) && index < list.length - 1
      ? [index]
      : [],
  );
}

/**
 * The activations behind which dropout goes: those before layers that weigh all features, as
 * dropped pixels of a channel are in their neighbours too.
 */
export const dropoutPlaces = (list: readonly LayerSpec[]) =>
  hiddenActivations(list).filter((index) => list[index + 1]?.type === 'Linear');

export const dropoutEdits = (list: readonly LayerSpec[]) =>
  fromTheEnd(dropoutPlaces(list), (index) => [
    insertion([index + 1], { type: 'Dropout', options: { p: 0.5 } }),
  ]);

/** As a person who switches dropout on wants it, also where batch normalization stands already. */
export const wantedDropoutEdits = (list: readonly LayerSpec[]) =>
  fromTheEnd(endsOfHiddenUnits(list), (index) => [
    insertion([index], { type: 'Dropout', options: { p: 0.5 } }),
  ]);

/** The Linear layers that read a weighted layer with its activation, normalized or not. */
function endsOfHiddenUnits(list: readonly LayerSpec[]): number[] {
  return [...list.keys()].filter((end) => {
    const isBetween = (layer: LayerSpec) => isActivation(layer) || isBatchNorm(layer);
    const start = list.slice(0, end).findLastIndex((layer) => !isBetween(layer));
    return (
      list[end].type === 'Linear' &&
      start >= 0 &&
      isWeighted(list[start]) &&
      list.slice(start, end).some(isActivation)
    );
  });
}

export const isBatchNorm = ({ type }: LayerSpec) => type.startsWith('BatchNorm');
export const isDropout = ({ type }: LayerSpec) => type === 'Dropout';

/**
 * Dropout of hidden units: between two layers with weights, the last of which may be in a block.
 * What normalization takes the place of elsewhere are the inputs or the outputs of the model.
 */
export function hiddenDropouts(list: readonly LayerSpec[]): number[] {
  const holdsWeights = (layer: LayerSpec): boolean =>
    isWeighted(layer) || (layer.layers?.some(holdsWeights) ?? false);
  const [start, end] = [list.findIndex(isWeighted), list.findLastIndex(holdsWeights)];
  return [...list.keys()].filter(
    (at) => isDropout(list[at]) && start >= 0 && at > start && at < end,
  );
}

export const batchNormEdits = (list: readonly LayerSpec[]) =>
  fromTheEnd(hiddenActivations(list), (index) => [insertion([index], normFor(list, index))]);

/** In place of the dropout layers at these places. */
export const batchNormInsteadEdits = (list: readonly LayerSpec[], dropouts: readonly number[]) =>
  fromTheEnd(dropouts, (index) => [removal([index]), insertion([index], normFor(list, index))]);

/**
 * Takes out every layer that is meant, from the end, and a block of nothing else as a whole: one
 * without layers could not be saved.
 */
export const removeEdits = (
  list: readonly LayerSpec[],
  isMeant: (layer: LayerSpec) => boolean,
  outer: LayerPath = [],
): SpecEdit[] =>
  fromTheEnd([...list.keys()], (index) => {
    const path = [...outer, index];
    return goesWhole(list[index], isMeant)
      ? [removal(path)]
      : removeEdits(list[index].layers ?? [], isMeant, path);
  });

const goesWhole = (layer: LayerSpec, isMeant: (layer: LayerSpec) => boolean): boolean =>
  isMeant(layer) || (layer.layers?.every((inner) => goesWhole(inner, isMeant)) ?? false);

/** The kind that fits what stands in front of the place. */
function normFor(list: readonly LayerSpec[], index: number): LayerSpec {
  const before = list.slice(0, index);
  const weighted = list.slice(0, index + 1).findLast(isWeighted);
  const isFlat =
    weighted?.type !== 'Conv2d' ||
    before.findLastIndex(({ type }) => type === 'Flatten') >
      before.findLastIndex(({ type }) => type === 'Conv2d');
  return { type: isFlat ? 'BatchNorm1d' : 'BatchNorm2d', options: {} };
}

/** So that no edit moves the places of the others. */
const fromTheEnd = (places: readonly number[], editsAt: (index: number) => SpecEdit[]) =>
  [...places].reverse().flatMap(editsAt);
