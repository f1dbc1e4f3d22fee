/**
 * What a text augmentation is: what it draws from a passage's words, and the passage that follows.
 *
 * Words are counted from 0 over the passage as the step finds it, punctuation left out. Each keeps
 * one promise: what is drawn changes the text, and a text of one word stays as it is.
 */
import type { OptionRefusal } from '../../catalog/OptionRefusal.ts';
import type { TextSpec } from '../../contract/ExperimentSpec.ts';
import type { Options } from '../../contract/ModelSpec.ts';
import type { Random } from '../../random/Random.ts';
import type { AugmentationDefinition, Drawn } from '../AugmentationDefinition.ts';
import type { Passage } from './Passage.ts';

export interface TextAugmentation<O extends Options = Options, D extends Drawn = Drawn>
  extends AugmentationDefinition<D> {
  readonly kind: 'text';
  /** Which option cannot be used and why, or null. */
  refusal?(options: O): OptionRefusal | null;
  /** Why a model whose texts are read that way would never see the step, or null. */
  idle?(options: O, spec: TextSpec): string | null;
  /** Null where there is nothing to change. */
  draw(random: Random, options: O, passage: Passage): D | null;
  apply(passage: Passage, drawn: D): Passage;
}
