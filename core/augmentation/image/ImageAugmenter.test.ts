/** What holds for every image augmentation, whatever it does. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Component } from '../../contract/ModelSpec.ts';
import { lcg } from '../../golden/testing/lcg.ts';
import { prepareAugmentation } from '../prepareAugmentation.ts';
import { createImageAugmenter, type DrawnImageStep } from './ImageAugmenter.ts';
import { imageAugmentations } from './registry.ts';

type ImageShape = [channels: number, height: number, width: number];

const types = imageAugmentations.map(({ descriptor }) => descriptor.type);
const every = (p: number): Component[] => types.map((type) => ({ type, options: { p } }));

const imageOf = (seed: number, shape: ImageShape) =>
  Uint8Array.from(lcg(seed, shape), (value) => Math.floor((value + 1) * 128));

function augment(list: readonly Component[], shape: ImageShape, address = [0, 1, 0]): Uint8Array {
  const [seed = 0, epoch = 0, index = 0] = address;
  const source = imageOf(9, shape);
  const augmenter = createImageAugmenter(prepareAugmentation(list).image, shape);
  const out = new Uint8Array(source.length);
  augmenter.apply(augmenter.draw({ seed, epoch, index }), source, 0, out, 0);
  return out;
}

/** The steps with what they are said to have drawn. */
function replay(chosen: readonly [string, object][], shape: ImageShape): Uint8Array {
  const steps = prepareAugmentation(chosen.map(([type]) => ({ type, options: {} }))).image;
  const drawn = steps.map((step, at) => ({ step, drawn: chosen[at]?.[1] }) as DrawnImageStep);
  const out = new Uint8Array(imageOf(9, shape).length);
  createImageAugmenter(steps, shape).apply(drawn, imageOf(9, shape), 0, out, 0);
  return out;
}

const shapes = fc.tuple(
  fc.constantFrom(1, 3, 4),
  fc.integer({ min: 1, max: 12 }),
  fc.integer({ min: 1, max: 12 }),
);
const addresses = fc.array(fc.nat(), { minLength: 3, maxLength: 3 });

describe.each(types)('%s', (type) => {
  it('keeps the shape and the range, and gives the same bits at the same address (seed 31)', () => {
    fc.assert(
      fc.property(shapes, addresses, (shape, address) => {
        const once = augment([{ type, options: {} }], shape, address);
        expect(once.length).toBe(shape[0] * shape[1] * shape[2]);
        expect(augment([{ type, options: {} }], shape, address)).toEqual(once);
      }),
      { seed: 31, numRuns: 40 },
    );
  });

  it('is the identity with p = 0', () => {
    expect(augment([{ type, options: { p: 0 } }], [3, 6, 5])).toEqual(imageOf(9, [3, 6, 5]));
  });

  it('is applied as often as p says, and draws the same however often', () => {
    const drawsOf = (p: number) => {
      const { image } = prepareAugmentation([{ type, options: { p } }]);
      const augmenter = createImageAugmenter(image, [3, 9, 9]);
      return Array.from({ length: 400 }, (_, index) => {
        return augmenter.draw({ seed: 2, epoch: 1, index })[0]?.drawn;
      });
    };
    const [some, all] = [drawsOf(0.3), drawsOf(1)];
    const applied = some.flatMap((drawn, at) => (drawn ? [[drawn, all[at]]] : []));
    // 400 tosses at 0.3: four standard deviations are 37.
    expect(Math.abs(applied.length - 120)).toBeLessThan(37);
    for (const [drawn, same] of applied) expect(drawn).toEqual(same);
  });

  it('says what it did in both languages', () => {
    const { image } = prepareAugmentation([{ type, options: { p: 1 } }]);
    const drawn = createImageAugmenter(image, [3, 9, 9]).draw({ seed: 1, epoch: 1, index: 1 })[0];
    const text = drawn?.drawn && drawn.step.definition.describe(drawn.drawn);
    expect(text?.en).toMatch(/^[a-z][^.]*(\.\d[^.]*)*$/);
    expect(text?.ko).toMatch(/[가-힣]/);
    expect(`${text?.en} ${text?.ko}`).not.toMatch(/NaN|undefined|-0\b(?!\.)/);
  });
});

test('a sample does not depend on those before it (seed 5)', () => {
  const shape: ImageShape = [3, 8, 7];
  const steps = prepareAugmentation(every(0.7)).image;
  const source = imageOf(9, shape);
  const shared = createImageAugmenter(steps, shape);
  const made = (augmenter: typeof shared, index: number) => {
    const out = new Uint8Array(source.length);
    augmenter.apply(augmenter.draw({ seed: 5, epoch: 2, index }), source, 0, out, 0);
    return out;
  };
  const inOrder = Array.from({ length: 20 }, (_, index) => made(shared, index));
  for (const index of [7, 3, 19, 0]) {
    expect(made(createImageAugmenter(steps, shape), index)).toEqual(inOrder[index]);
    expect(made(shared, index)).toEqual(inOrder[index]);
  }
  expect(new Set(inOrder.map(String)).size).toBe(20);
});

test('a slider of one step changes nothing of what another draws', () => {
  const drawOf = (list: Component[]) =>
    createImageAugmenter(prepareAugmentation(list).image, [1, 8, 8])
      .draw({ seed: 4, epoch: 3, index: 2 })
      .map(({ drawn }) => drawn);
  const rotation = (degrees: number, p: number) => ({
    type: 'RandomRotation',
    options: { degrees, p },
  });
  const erasing = { type: 'RandomErasing', options: { p: 1 } };
  const noise = { type: 'GaussianNoise', options: {} };
  const [, ...behind] = drawOf([rotation(10, 1), erasing, noise]);
  expect(drawOf([rotation(80, 0), erasing, noise]).slice(1)).toEqual(behind);
  expect(drawOf([noise, erasing])).toEqual([...behind].reverse());
});

describe('geometry is exact where it can be', () => {
  const square: ImageShape = [3, 6, 6];
  const source = imageOf(9, square);

  it('turning by quarters: four of them are none', () => {
    const turn = ['RandomRotation', { degrees: 90, fill: 7 }] as [string, object];
    const once = replay([turn], square);
    const [top, left] = [once[0], once[5 * 6]];
    // Counter-clockwise: the corner at the top right comes to the top left.
    expect([top, left]).toEqual([source[5], source[0]]);
    expect(replay([turn, turn, turn, turn], square)).toEqual(source);
    expect(replay([turn, turn], square)).toEqual(
      replay([['RandomRotation', { degrees: 180, fill: 7 }]], square),
    );
  });

  it.each(['RandomHorizontalFlip', 'RandomVerticalFlip'])('%s twice is none', (type) => {
    expect(replay([[type, {}]], square)).not.toEqual(source);
    expect(
      replay(
        [
          [type, {}],
          [type, {}],
        ],
        square,
      ),
    ).toEqual(source);
    expect(
      replay(
        [
          [type, {}],
          ['Brightness', { factor: 1 }],
          [type, {}],
        ],
        square,
      ),
    ).toEqual(source);
  });

  it('a shift moves whole pixels and fills what comes in', () => {
    const moved = replay([['RandomShift', { right: 2, down: -1, fill: 99 }]], square);
    for (let row = 0; row < 6; row++) {
      for (let column = 0; column < 6; column++) {
        const inside = row < 5 && column >= 2;
        const expected = inside ? source[(row + 1) * 6 + column - 2] : 99;
        expect(moved[row * 6 + column]).toBe(expected);
      }
    }
  });

  it('what one step moves out of the frame the next brings back', () => {
    const away = ['RandomShift', { right: 6, down: 6, fill: 0 }] as [string, object];
    const back = ['RandomShift', { right: -6, down: -6, fill: 0 }] as [string, object];
    expect(replay([away, back], square)).toEqual(source);
  });

  it('unless their fill values differ, which are then all to be seen', () => {
    const away = ['RandomShift', { right: 6, down: 0, fill: 50 }] as [string, object];
    const back = ['RandomShift', { right: -3, down: 0, fill: 200 }] as [string, object];
    const row = [50, 50, 50, 200, 200, 200];
    expect(Array.from(replay([away, back], square).subarray(0, 6))).toEqual(row);
  });

  it('a flip takes the fill value of its neighbours', () => {
    const flip = ['RandomHorizontalFlip', {}] as [string, object];
    const away = ['RandomShift', { right: 6, down: 0, fill: 50 }] as [string, object];
    expect(new Set(replay([flip, away], square))).toEqual(new Set([50]));
    expect(replay([away, flip], square)).toEqual(replay([flip, away], square));
  });
});

test('a whole list keeps grey levels in [0, 255] without a wrap-around', () => {
  const white: [string, object][] = [
    ['Brightness', { factor: 2 }],
    ['Contrast', { factor: 2 }],
    ['GaussianNoise', { sigma: 1, seed: 3 }],
    ['Brightness', { factor: 1.5 }],
  ];
  const out = replay(white, [1, 8, 8]);
  expect(out.filter((value) => value === 255).length).toBeGreaterThan(10);
  expect(out.filter((value) => value === 0).length).toBeGreaterThan(10);
});
