/**
 * What every augmentation is to the studio: its catalog entry, what it draws, and what it did in
 * words.
 *
 * Drawing and applying are apart. What was drawn is plain data that says everything (the fill value
 * as well as the angle), so that a preview can show it, a test can hand it in, and training can be
 * replayed. Images, texts and minibatches each add how they are drawn and applied. Write a
 * definition's own types as type aliases, not interfaces: only aliases fit a record without a cast.
 */
import type { ComponentDescriptor } from '../contract/Catalog.ts';
import type { LocalizedText } from '../contract/primitives.ts';

export type DrawnValue = number | boolean | string | readonly number[] | readonly string[];

/** What one step drew, by name, in the units of its options. */
export type Drawn = Readonly<Record<string, DrawnValue>>;

export interface AugmentationDefinition<D extends Drawn = Drawn> {
  readonly descriptor: ComponentDescriptor;
  /** What it did, as a short phrase: `rotated 12.3°`. */
  describe(drawn: D): LocalizedText;
}
