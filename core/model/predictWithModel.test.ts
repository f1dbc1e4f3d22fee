import { describe, expect, it } from 'vitest';
import type { RawSample } from '../contract/RawSample.ts';
import { StudioError } from '../contract/StudioError.ts';
import { encodeSample } from '../preprocessing/encodeSample.ts';
import type { ModelFile } from './ModelFile.ts';
import { predictWithModel } from './predictWithModel.ts';
import { readModelFile } from './readModelFile.ts';
import { tinyModelFile } from './testing/tinyModelFile.ts';
import { writeModelFile } from './writeModelFile.ts';

/** The tiny model with weights small enough to reason about. */
function calmModelFile(output?: Parameters<typeof tinyModelFile>[0]): ModelFile {
  const file = tinyModelFile(output);
  const weights = { ...file.weights, '0.bias': Float32Array.of(0.1, -0.2, 0.3, 0) };
  return { ...file, weights };
}

const row = (values: number[]): RawSample => ({ kind: 'table', values });

/** The network by hand: Linear, LeakyReLU, BatchNorm on its running statistics, Linear. */
function forward({ weights, input }: ModelFile, values: number[]): number[] {
  const x = [...encodeSample(input, row(values))];
  const hidden = [0, 1, 2, 3].map((unit) => {
    const sum = x.reduce((total, value, i) => total + value * weights['0.weight'][3 * unit + i], 0);
    const z = sum + weights['0.bias'][unit];
    const active = z > 0 ? z : 0.01 * z;
    const deviation = Math.sqrt(weights['2.running_var'][unit] + 1e-5);
    const normal = (active - weights['2.running_mean'][unit]) / deviation;
    return normal * weights['2.weight'][unit] + weights['2.bias'][unit];
  });
  return [...weights['4.bias']].map((bias, unit) =>
    hidden.reduce((total, value, i) => total + value * weights['4.weight'][4 * unit + i], bias),
  );
}

describe('predictWithModel', () => {
  it('normalises, runs the network in inference mode, and gives probabilities, largest first', async () => {
    const file = calmModelFile();
    const values = [3, -0.5, 2e7];
    const [a, b] = forward(file, values);
    const probability = 1 / (1 + Math.exp(b - a));
    const { top } = await predictWithModel(file, row(values));
    expect(top[0].value + top[1].value).toBeCloseTo(1, 12);
    expect(top[0].value).toBeGreaterThanOrEqual(top[1].value);
    const cat = top.find(({ label }) => label === '고양이');
    expect(cat?.value).toBeCloseTo(probability, 5);
  });

  it('predicts the same, bit for bit, from the file', async () => {
    const file = calmModelFile();
    const read = readModelFile(writeModelFile(file));
    expect(await predictWithModel(read, row([1, 2, 3]))).toEqual(
      await predictWithModel(file, row([1, 2, 3])),
    );
  });

  it('gives a number under the name of its target', async () => {
    const file = calmModelFile({ kind: 'number', name: 'price' });
    const { top } = await predictWithModel(file, row([1, 2, 3]));
    expect(top).toEqual([
      { label: 'price', value: expect.closeTo(forward(file, [1, 2, 3])[0], 4) },
    ]);
  });

  it.each([
    [[1, 2], 'The model takes 3 values of shape [3]. Received 2.', 'values'],
    [[1, Number.NaN, 3], '"b" must be a finite number. Received NaN.', 'column "b"'],
    [[1, 2, 1e300], '"키 (cm)" must be a finite number. Received 1e+300.', 'column "키 (cm)"'],
  ])('refuses %j', async (values, message, where) => {
    const error = await predictWithModel(calmModelFile(), row(values)).catch(
      (caught: unknown) => caught,
    );
    expect(error).toBeInstanceOf(StudioError);
    expect(error).toMatchObject({ code: 'invalid-request', message, where });
  });

  it('refuses weights that make nonsense of the values', async () => {
    const file = calmModelFile();
    const weights = { ...file.weights, '2.running_var': new Float32Array(4).fill(-1) };
    await expect(predictWithModel({ ...file, weights }, row([1, 2, 3]))).rejects.toMatchObject({
      code: 'invalid-model',
      where: 'weights',
      message: 'The model gives NaN for these values.',
    });
  });
});
