/**
 * What a warm-up is to the studio: its catalog entry, and the share of the schedule's first
 * learning rate that it allows while it lasts.
 *
 * The schedule starts when the warm-up ends and counts from there, as in PyTorch's SequentialLR.
 */
import type { ComponentDescriptor } from '../contract/Catalog.ts';
import type { Options } from '../contract/ModelSpec.ts';

/** What all warm-ups have: so many epochs or iterations. */
export type WarmupOptions = { length: number; unit: string };

export interface WarmupDefinition<O extends Options & WarmupOptions = Options & WarmupOptions> {
  readonly descriptor: ComponentDescriptor;
  /** Behind so many steps of its unit, of which there are `length`. */
  factor(step: number, options: O): number;
}
