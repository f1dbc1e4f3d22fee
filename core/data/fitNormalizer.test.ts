import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyNormalizer } from './applyNormalizer.ts';
import { denseSamples } from './DenseSamples.ts';
import { fitNormalizer } from './fitNormalizer.ts';
import { tinyImages } from './testing/tinyDatasets.ts';
import { writeSamples } from './writeSamples.ts';

const rowsOf = (...indices: number[]) => Int32Array.from(indices);
const table = (width: number, ...values: number[]) => ({
  kind: 'table' as const,
  sampleShape: [width],
  features: Float32Array.from(values),
});
const normalized = (
  dataset: ReturnType<typeof table>,
  rows: Int32Array,
  method: 'standardize' | 'minMax' | 'none',
) => {
  const out = new Float32Array(dataset.features.length);
  const all = Int32Array.from({ length: out.length / dataset.sampleShape[0] }, (_, row) => row);
  writeSamples(dataset, all, fitNormalizer(dataset, rows, method), out, 0);
  return [...out];
};

describe('fitNormalizer', () => {
  it('standardizes each feature by the training split alone', () => {
    const dataset = table(2, 1, 64, 3, 192, 1000, -5);
    expect(normalized(dataset, rowsOf(0, 1), 'standardize').slice(0, 4)).toEqual([-1, -1, 1, 1]);
  });

  it('maps the training split onto [0, 1] with minMax', () => {
    expect(normalized(table(1, 2, 6, 4, 10), rowsOf(0, 1, 2), 'minMax')).toEqual([0, 1, 0.5, 2]);
  });

  it('changes nothing with none', () => {
    expect(normalized(table(2, 1.5, -2), rowsOf(0), 'none')).toEqual([1.5, -2]);
  });

  it.each(['standardize', 'minMax'] as const)('%s shifts a constant feature to 0', (method) => {
    const dataset = table(2, 0.1, 1, 0.1, 2, 0.1, 3);
    const values = normalized(dataset, rowsOf(0, 1, 2), method);
    expect([values[0], values[2], values[4]]).toEqual([0, 0, 0]);
  });

  it('gives an image one pair of numbers for all its pixels', () => {
    const images = denseSamples(tinyImages(6));
    const train = rowsOf(0, 2, 4);
    const { scale, shift } = fitNormalizer(images, train, 'standardize');
    expect([scale.length, shift.length]).toEqual([1, 1]);
    const out = new Float32Array(27);
    writeSamples(images, train, { scale, shift }, out, 0);
    const mean = out.reduce((sum, value) => sum + value, 0) / 27;
    const variance = out.reduce((sum, value) => sum + value ** 2, 0) / 27;
    expect(mean).toBeCloseTo(0, 6);
    expect(variance).toBeCloseTo(1, 6);
  });

  it('gives every feature mean 0 and deviation 1, whatever its unit', () => {
    const value = fc.float({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 2, maxLength: 40 }), (values) => {
        const features = Float32Array.from(values);
        const spread = Math.max(...features) - Math.min(...features);
        const largest = Math.max(...features.map(Math.abs));
        if (spread < 1e-30 || spread < 1e-3 * largest) return;
        const rows = Int32Array.from(values.keys());
        const out = normalized(table(1, ...features), rows, 'standardize');
        const mean = out.reduce((sum, z) => sum + z, 0) / out.length;
        const variance = out.reduce((sum, z) => sum + (z - mean) ** 2, 0) / out.length;
        expect(Math.abs(mean)).toBeLessThan(1e-3);
        expect(Math.abs(variance - 1)).toBeLessThan(1e-3);
      }),
    );
  });
});

describe('writeSamples', () => {
  it('writes the wanted rows behind the offset and touches nothing else', () => {
    const out = new Float32Array(8).fill(-1);
    const normalizer = { scale: Float32Array.of(2, 10), shift: Float32Array.of(0, 1) };
    writeSamples(table(2, 1, 2, 3, 4, 5, 6), rowsOf(2, 0), normalizer, out, 3);
    expect([...out]).toEqual([-1, -1, -1, 10, 61, 2, 21, -1]);
  });

  it('agrees bit for bit with applyNormalizer, for bytes and for floats', () => {
    const images = denseSamples(tinyImages(4));
    const pixels = fitNormalizer(images, rowsOf(0, 1), 'standardize');
    const fromBytes = new Float32Array(9);
    writeSamples(images, rowsOf(3), pixels, fromBytes, 0);
    expect(applyNormalizer(images.features.subarray(27, 36), pixels)).toEqual(fromBytes);

    const dataset = table(2, 0.1, 7.3, 0.7, -1e4);
    const columns = fitNormalizer(dataset, rowsOf(0, 1), 'standardize');
    const fromFloats = new Float32Array(2);
    writeSamples(dataset, rowsOf(1), columns, fromFloats, 0);
    expect(applyNormalizer([0.7, -1e4], columns)).toEqual(fromFloats);
  });
});
