import { describe, expect, it } from 'vitest';
import type { ImageDataset } from '../Dataset.ts';
import { drawStrokes } from './drawStrokes.ts';
import { type InkStyle, inkStyle, plainInk } from './inkStyle.ts';

const shape = [1, 28, 28] as const;
const upright = {
  strokes: [
    [
      [0.1, 0.1],
      [0.1, 0.3],
    ],
  ] as [number, number][][],
  thickness: 0.05,
};

const datasetOf = (images: Uint8Array, sampleShape: [number, number, number]): ImageDataset => ({
  kind: 'image',
  samples: images.length / sampleShape.reduce((a, b) => a * b),
  sampleShape,
  images,
  targets: new Int32Array(),
  target: { kind: 'class', name: 'label', labels: ['a'], counts: [1] },
  columns: [],
  values: new Float32Array(),
  givenSplits: null,
  warnings: [],
});

/** The style of what was drawn, as if it were a dataset. */
const styleOf = (pixels: Uint8Array, sampleShape: [number, number, number] = [1, 28, 28]) =>
  inkStyle(datasetOf(pixels, sampleShape));

describe('drawStrokes', () => {
  it.each<[string, InkStyle]>([
    ['white on black', { paper: 0, ink: 255, extent: 0.72, center: [0.5, 0.5] }],
    ['black on white, high up', { paper: 255, ink: 0, extent: 0.4, center: [0.4, 0.3] }],
  ])('lays a small line at a corner as the dataset does: %s', (_name, style) => {
    const found = styleOf(drawStrokes(upright, shape, style));
    expect([found.paper, found.ink]).toEqual([style.paper, style.ink]);
    expect(Math.abs(found.extent - style.extent)).toBeLessThan(0.06);
    expect(Math.abs(found.center[0] - style.center[0])).toBeLessThan(0.04);
    expect(Math.abs(found.center[1] - style.center[1])).toBeLessThan(0.04);
  });

  it('is the same wherever on the sheet it was drawn, and however large', () => {
    const moved = upright.strokes.map((line) =>
      line.map(([x, y]): [number, number] => [2 * x + 0.3, 2 * y + 0.1]),
    );
    const larger = { strokes: moved, thickness: 0.1 };
    expect(drawStrokes(larger, shape, plainInk)).toEqual(drawStrokes(upright, shape, plainInk));
  });

  it('draws a dot, and all channels alike', () => {
    const pixels = drawStrokes({ strokes: [[[0.5, 0.5]]], thickness: 0.1 }, [3, 9, 9], plainInk);
    const planes = [0, 81, 162].map((start) => [...pixels.subarray(start, start + 81)]);
    expect(planes[0]?.[40]).toBe(255);
    expect(planes[0]?.[0]).toBe(0);
    expect(planes[1]).toEqual(planes[0]);
    expect(planes[2]).toEqual(planes[0]);
  });

  it('is a sheet of paper without lines', () => {
    const style = { ...plainInk, paper: 255, ink: 0 };
    expect(new Set(drawStrokes({ strokes: [], thickness: 0.1 }, shape, style))).toEqual(
      new Set([255]),
    );
  });
});

describe('inkStyle', () => {
  it('takes a sheet on which nothing is drawn for plain', () => {
    expect(styleOf(new Uint8Array(784).fill(255))).toEqual({ ...plainInk, paper: 255, ink: 0 });
  });
});
