/** A network that many have used before, cut to the dataset at hand. */
import type { DatasetKind } from '../contract/DatasetInfo.ts';
import type { Component, LayerSpec } from '../contract/ModelSpec.ts';
import type { LocalizedText } from '../contract/primitives.ts';
import type { Shape } from '../graph/Tensor.ts';

/** What a network must know of its dataset. */
export interface TemplateFacts {
  /** Of an encoded sample. */
  readonly inputShape: Shape;
  /** Classes; 1 for a number. */
  readonly outputs: number;
  /** Where samples are token numbers: how many there are. */
  readonly numEmbeddings: number | null;
}

export interface ModelTemplate {
  /** A slug. */
  readonly id: string;
  readonly name: LocalizedText;
  readonly summary: LocalizedText;
  /** The only kind of dataset it is for; absent: any. */
  readonly kind?: DatasetKind;
  /** How texts must become numbers for it; of no matter to other datasets. */
  readonly vectorizer: Component;
  /** Sizes that follow from the layer before are left out. */
  layers(facts: TemplateFacts): readonly LayerSpec[];
}
