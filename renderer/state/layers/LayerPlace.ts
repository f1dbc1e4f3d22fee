import type { LayerPath } from '../../../core/contract/layerPath.ts';

/** Between two layers, or at an end of a list. */
export interface LayerPlace {
  /** The block whose list it is; [] for the model's own. */
  readonly parent: LayerPath;
  /** In front of the layer that stands there. */
  readonly index: number;
  /** The group that what is put there joins. Absent: that of both neighbours, if they share one. */
  readonly group?: string | undefined;
}
