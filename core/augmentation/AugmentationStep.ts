/**
 * One entry of an experiment's augmentation list, checked, with an address of its own.
 *
 * A step draws from a part of the sample's address that follows from its type and from how many of
 * that type stand before it. So moving a slider, a probability or the step itself never changes what
 * another step draws, and reordering a list shows the same variants in another order of operations.
 */
import { parseOptions } from '../catalog/parseOptions.ts';
import type { Component, Options } from '../contract/ModelSpec.ts';
import type { Xoshiro128 } from '../random/Xoshiro128.ts';
import type { AugmentationDefinition, Drawn } from './AugmentationDefinition.ts';

export interface AugmentationStep<Definition extends AugmentationDefinition> {
  readonly definition: Definition;
  /** Complete and checked. */
  readonly options: Options;
  /** Its place in the experiment's list. */
  readonly position: number;
  /** Of the random address. */
  readonly part: number;
  /** p: how likely it is applied to a sample. */
  readonly probability: number;
}

/** What one step did to one sample; null: it was left out, by its p or because nothing fits. */
export interface DrawnStep<Definition extends AugmentationDefinition = AugmentationDefinition> {
  readonly step: AugmentationStep<Definition>;
  readonly drawn: Drawn | null;
}

/**
 * The step at `augmentation[position]` of the list. Throws StudioError `invalid-experiment` at
 * `augmentation[position].options...` for refused options.
 */
export function prepareStep<Definition extends AugmentationDefinition>(
  definition: Definition,
  list: readonly Component[],
  position: number,
): AugmentationStep<Definition> {
  const { type, options: given } = list[position];
  const options = parseOptions(definition.descriptor, given, `augmentation[${position}]`);
  const earlier = list.slice(0, position).filter((one) => one.type === type).length;
  const part = partOf(type, earlier);
  return { definition, options, position, part, probability: Number(options.p ?? 1) };
}

/** Whether p lets the step through; takes the first draw, so that p changes no other number. */
export function isOn(
  { probability }: AugmentationStep<AugmentationDefinition>,
  random: Xoshiro128,
) {
  return random.nextFloat() < probability;
}

/** FNV-1a of the type folded to 20 bits, and 8 bits for the steps of that type before it. */
export function partOf(type: string, earlier: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < type.length; i++) hash = Math.imul(hash ^ type.charCodeAt(i), 0x01000193);
  return (((hash >>> 12) ^ (hash & 0xfff)) << 8) | (earlier & 0xff);
}
