/**
 * What mixes samples of a minibatch with one another, inputs and targets alike.
 *
 * Each sample of the minibatch draws for itself: whether it is mixed, with which other one, and how
 * much of its own is left. The loss follows: λ L(y₁) + (1 − λ) L(y₂).
 */
import type { Options } from '../../contract/ModelSpec.ts';
import type { Shape } from '../../graph/Tensor.ts';
import type { Random } from '../../random/Random.ts';
import type { AugmentationDefinition, Drawn } from '../AugmentationDefinition.ts';

/** What every mix says: λ, the share of the loss that the sample's own target keeps. */
export type DrawnMix = Drawn & { readonly lambda: number };

export interface BatchAugmentation<O extends Options = Options, D extends DrawnMix = DrawnMix>
  extends AugmentationDefinition<D> {
  readonly kind: 'batch';
  /** Why samples of that shape cannot be mixed so, or null. */
  refusal?(options: O, sampleShape: Shape): string | null;
  draw(random: Random, options: O, sampleShape: Shape): D;
  /** sample ← sample mixed with partner, both [...sampleShape] as the model takes them. */
  apply(sample: Float32Array, partner: Float32Array, drawn: D, sampleShape: Shape): void;
}
