/** Image augmentations against scipy, torchvision and Pillow: scripts/recordAugmentation.py. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lcg } from '../../golden/testing/lcg.ts';
import type { Drawn } from '../AugmentationDefinition.ts';
import { prepareAugmentation } from '../prepareAugmentation.ts';
import { createImageAugmenter } from './ImageAugmenter.ts';
import { imageAugmentations } from './registry.ts';

interface Case {
  readonly type: string;
  readonly reference: 'scipy' | 'torchvision' | 'pillow' | 'numpy';
  readonly shape: [number, number, number];
  readonly seed: number;
  readonly drawn: Record<string, number>;
  readonly expected: readonly number[];
}

const file = new URL('../../golden/augmentations.json', import.meta.url);
const { cases }: { cases: readonly Case[] } = JSON.parse(readFileSync(file, 'utf8'));

/** The studio rounds once to bytes; Pillow rounds the mean too and cuts instead of rounding. */
const tolerance = (reference: Case['reference']) => (reference === 'pillow' ? 1 : 0.51);

function stepsOf({ type, drawn }: Case): readonly (readonly [string, Drawn])[] {
  if (type !== 'rotation, shift, flip') return [[type, drawn]];
  const { degrees = 0, right = 0, down = 0, fill = 0 } = drawn;
  return [
    ['RandomRotation', { degrees, fill }],
    ['RandomShift', { right, down, fill }],
    ['RandomHorizontalFlip', {}],
  ];
}

function apply({ seed, shape, ...given }: Case): Uint8Array {
  const source = Uint8Array.from(lcg(seed, shape), (value) => Math.floor((value + 1) * 128));
  const chosen = stepsOf({ seed, shape, ...given });
  const steps = prepareAugmentation(chosen.map(([type]) => ({ type, options: {} }))).image;
  const drawn = steps.map((step, at) => ({ step, drawn: chosen[at]?.[1] ?? null }));
  const out = new Uint8Array(source.length);
  createImageAugmenter(steps, shape).apply(drawn, source, 0, out, 0);
  return out;
}

test.each(cases.map((one) => [one.type, one.shape.join('×'), one.reference, one] as const))(
  '%s of %s equals %s',
  (_type, _shape, reference, one) => {
    const differences = Array.from(apply(one), (value, at) => {
      return Math.abs(value - Math.min(255, Math.max(0, one.expected[at] ?? Number.NaN)));
    });
    expect(Math.max(...differences)).toBeLessThanOrEqual(tolerance(reference));
  },
);

test('every image augmentation is among them', () => {
  const recorded = new Set(cases.map(({ type }) => type));
  expect(imageAugmentations.filter(({ descriptor }) => !recorded.has(descriptor.type))).toEqual([]);
});
