/**
 * Model files of version 1, as 0.1.0 wrote them: images and tables of numbers, scaled and no more.
 */
import { z } from 'zod';
import { Shape } from '../contract/primitives.ts';
import type { Preprocessor } from '../preprocessing/Preprocessor.ts';
import { ModelDocument } from './ModelFile.ts';

const Numbers = z.array(z.number()).min(1).max(10_000_000);

export const ModelDocument1 = ModelDocument.extend({
  version: z.literal(1),
  input: z.strictObject({
    kind: z.enum(['image', 'table']),
    sampleShape: Shape.min(1),
    featureNames: z.array(z.string()),
    /** z = x · scale + shift, before the first layer. */
    normalizer: z.strictObject({ scale: Numbers, shift: Numbers }),
  }),
});
export type ModelDocument1 = z.infer<typeof ModelDocument1>;

/** A fault of the file, with its place, or what version 2 would have said. */
export function inputOfVersion1({
  kind,
  sampleShape,
  featureNames,
  normalizer,
}: ModelDocument1['input']): Preprocessor | { readonly fault: string; readonly where: string } {
  const features = kind === 'image' ? 1 : sampleShape.reduce((size, axis) => size * axis, 1);
  for (const name of ['scale', 'shift'] as const) {
    const { length } = normalizer[name];
    const where = `input.normalizer.${name}`;
    if (length !== features) {
      return { fault: `${where} must hold ${features} numbers. Received ${length}.`, where };
    }
    const broken = normalizer[name].findIndex((value) => !Number.isFinite(Math.fround(value)));
    if (broken !== -1) return { fault: `${where} must fit float32.`, where: `${where}[${broken}]` };
  }
  const [scale, shift] = [normalizer.scale, normalizer.shift].map((all) => all.map(Math.fround));
  const axes = kind === 'image' ? 3 : 1;
  if (sampleShape.length !== axes) {
    const where = 'input.sampleShape';
    const { length } = sampleShape;
    return { fault: `${where} must hold ${axes} numbers. Received ${length}.`, where };
  }
  if (kind === 'image') return { kind, sampleShape, scale: scale[0], shift: shift[0] };
  if (featureNames.length !== features) {
    const where = 'input.featureNames';
    const { length } = featureNames;
    return { fault: `${where} must hold ${features} names. Received ${length}.`, where };
  }
  const columns = featureNames.map((name, place) => ({
    name,
    type: 'number' as const,
    scale: scale[place],
    shift: shift[place],
    missing: null,
  }));
  return { kind, columns };
}
