/** Where a layer stands: its position in the list and, inside blocks, from the outside in. */
export type LayerPath = readonly number[];
