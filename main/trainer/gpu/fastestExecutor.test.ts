import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ExperimentSpec } from '../../../core/contract/ExperimentSpec.ts';
import { decodeDataset } from '../../../core/data/decodeDataset.ts';
import { inlineChunkSource } from '../../../core/training/ChunkSource.ts';
import { fastestExecutor } from '../fastestExecutor.ts';
import { testGpu } from './testing/testGpu.ts';

const resources = new URL('../../../resources/', import.meta.url);
const dataset = decodeDataset(readFileSync(new URL('samples/iris.bin', resources)));
const document = readFileSync(new URL('experiments/iris.descent.json', resources), 'utf8');
const experiment = {
  spec: ExperimentSpec.parse(JSON.parse(document)),
  dataset,
  createSource: inlineChunkSource,
};

afterEach(() => vi.unstubAllEnvs());

it('is the CPU, untimed, where no GPU is to be had', async () => {
  vi.stubEnv('DESCENT_SOFTWARE_GPU', '0');
  vi.stubEnv('VK_ICD_FILENAMES', '/nowhere');
  const { executor, timings } = await fastestExecutor(experiment);
  expect(executor.name).toBe('onnx');
  expect(timings).toBeUndefined();
});

describe.skipIf(!testGpu.gpu)(`with ${testGpu.detail}`, () => {
  it('is the faster of both, and keeps what each did', async () => {
    vi.stubEnv('DESCENT_SOFTWARE_GPU', '1');
    const { executor, timings = [] } = await fastestExecutor(experiment);
    expect(timings.map(({ detail }) => detail).sort()).toEqual([
      expect.stringMatching(/^GPU\.js/),
      expect.stringMatching(/^ONNX Runtime/),
    ]);
    const [first, second] = timings;
    expect(first!.iterationsPerSecond).toBeGreaterThanOrEqual(second!.iterationsPerSecond);
    expect(executor.detail).toBe(first!.detail);
  });
});
