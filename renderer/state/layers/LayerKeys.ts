/** The keys of all layers, as they stand in the document. */
export interface LayerKeys {
  /** One for each layer of the model, in the same order. */
  readonly layerKeys: readonly string[];
  /** Of the layers that a layer holds, by its own key. */
  readonly innerKeys: Readonly<Record<string, readonly string[]>>;
}
