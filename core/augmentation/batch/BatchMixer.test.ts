import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Component } from '../../contract/ModelSpec.ts';
import { lcg } from '../../golden/testing/lcg.ts';
import type { Shape } from '../../graph/Tensor.ts';
import { prepareAugmentation } from '../prepareAugmentation.ts';
import { createBatchMixer } from './BatchMixer.ts';

const pictures: Shape = [2, 5, 4];
const SIZE = 40;
const step = (type: string, options: Component['options'] = {}): Component => ({ type, options });
const mixerOf = (...list: Component[]) =>
  createBatchMixer(prepareAugmentation(list).batch, pictures);

const drawAll = (mixer: ReturnType<typeof mixerOf>, rows: readonly number[], epoch = 1) =>
  rows.map((index, row) => mixer.draw({ seed: 7, epoch, index }, row, rows.length));

const rows = Array.from({ length: 200 }, (_, at) => 3 * at);

describe.each(['MixUp', 'CutMix'])('%s', (type) => {
  it('never mixes a sample with itself, and with all others equally often', () => {
    const seen = new Int32Array(5);
    for (let index = 0; index < 4000; index++) {
      const mix = mixerOf(step(type)).draw({ seed: 7, epoch: 1, index }, 2, 5);
      seen[mix?.partner ?? 2]++;
    }
    expect(seen[2]).toBe(0);
    // 4,000 draws over four places: four standard deviations are 110.
    for (const place of [0, 1, 3, 4]) expect(Math.abs(seen[place] - 1000)).toBeLessThan(110);
  });

  it('draws by sample and epoch, whatever the minibatch', () => {
    const mixer = mixerOf(step(type));
    const [here, there] = [drawAll(mixer, rows), drawAll(mixer, [...rows].reverse())];
    expect(here.map((mix) => mix?.drawn)).toEqual(there.reverse().map((mix) => mix?.drawn));
    expect(drawAll(mixer, rows, 2)).not.toEqual(here);
  });

  it('leaves alone a sample without others, and all with p = 0', () => {
    expect(drawAll(mixerOf(step(type)), [4])).toEqual([null]);
    expect(drawAll(mixerOf(step(type, { p: 0 })), rows)).toEqual(rows.map(() => null));
  });

  it('keeps λ in [0, 1] and what it says of it (seed 12)', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 50, noNaN: true }), fc.nat(), (alpha, index) => {
        const mixer = mixerOf(step(type, { alpha }));
        const mix = mixer.draw({ seed: 1, epoch: 1, index }, 0, 2);
        const inputs = new Float32Array(2 * SIZE).fill(1, 0, SIZE);
        mixer.apply([mix, null], inputs, 0);
        const lambda = mix?.drawn.lambda ?? Number.NaN;
        expect(lambda >= 0 && lambda <= 1).toBe(true);
        const kept = inputs.subarray(0, SIZE).reduce((sum, value) => sum + value, 0) / SIZE;
        expect(kept).toBeCloseTo(lambda, 5);
        expect(inputs.subarray(SIZE).every((value) => value === 0)).toBe(true);
      }),
      { seed: 12, numRuns: 200 },
    );
  });
});

test('partners are taken as they were before any mixing', () => {
  const mixer = mixerOf(step('MixUp'));
  const inputs = Float32Array.from(lcg(3, [4 * SIZE + 1]));
  const before = inputs.slice();
  const drawn = drawAll(mixer, [9, 8, 7, 6]);
  mixer.apply(drawn, inputs, 1);
  expect(inputs[0]).toBe(before[0]);
  for (const [row, mix] of drawn.entries()) {
    const { partner, drawn: share } = mix ?? expect.fail('every sample is mixed');
    for (const place of [0, 17, 39]) {
      const own = share.lambda * before[1 + row * SIZE + place];
      const other = (1 - share.lambda) * before[1 + partner * SIZE + place];
      expect(inputs[1 + row * SIZE + place]).toBeCloseTo(own + other, 6);
    }
  }
});

test('of two steps the first that is on mixes', () => {
  const mixer = mixerOf(step('MixUp', { p: 0.5 }), step('CutMix', { p: 0.5 }));
  const types = drawAll(mixer, rows).map((mix) => mix?.step.definition.descriptor.type ?? 'none');
  const share = (type: string) => types.filter((one) => one === type).length / rows.length;
  expect(Math.abs(share('MixUp') - 0.5)).toBeLessThan(0.15);
  expect(Math.abs(share('CutMix') - 0.25)).toBeLessThan(0.13);
});

test('both say what they did in both languages', () => {
  for (const type of ['MixUp', 'CutMix']) {
    const mix = mixerOf(step(type)).draw({ seed: 1, epoch: 1, index: 4 }, 0, 3);
    const text = mix?.step.definition.describe(mix.drawn);
    expect(text?.en).toMatch(/keeps \d+\u00a0%$/);
    expect(text?.ko).toMatch(/원본 \d+%$/);
  }
});
