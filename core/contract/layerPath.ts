/**
 * Where a layer stands: its position in the list, or, inside a layer that holds layers, the
 * positions from the outside in.
 */
export type LayerPath = readonly number[];

/** `model.layers[3].layers[0]`, as errors name it. */
export function layerPlace(path: LayerPath): string {
  return `model${path.map((index) => `.layers[${index}]`).join('')}`;
}

/** Of `model.layers[3].layers[0].options.p` 3 and 0; null for a place in no layer. */
export function pathOfPlace(where: string): LayerPath | null {
  const [, place] = /^model((?:\.layers\[\d+\])+)/.exec(where) ?? [];
  return place?.match(/\d+/g)?.map(Number) ?? null;
}

/** Undefined where no layer is. */
export function layerAt<L extends { readonly layers?: readonly L[] | undefined }>(
  layers: readonly L[],
  [index, ...inner]: LayerPath,
): L | undefined {
  if (index === undefined) return undefined;
  const layer = layers[index];
  return inner.length === 0 ? layer : layerAt(layer?.layers ?? [], inner);
}

/** `3.0.weight`, as PyTorch's state_dict names a tensor of the layer. */
export function tensorName(path: LayerPath, name: string): string {
  return [...path, name].join('.');
}

/** Every layer with its path, each before those that it holds. */
export function* walkLayers<L extends { readonly layers?: readonly L[] | undefined }>(
  layers: readonly L[],
  outer: LayerPath = [],
): Generator<{ readonly layer: L; readonly path: LayerPath }> {
  for (const [index, layer] of layers.entries()) {
    const path = [...outer, index];
    yield { layer, path };
    yield* walkLayers(layer.layers ?? [], path);
  }
}
