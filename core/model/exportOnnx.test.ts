import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import type { OrtModule } from '../executors/onnx/OrtModule.ts';
import { referenceExecutor } from '../executors/reference/ReferenceExecutor.ts';
import { softmax } from '../metrics/softmax.ts';
import { type RawInput, rawSample } from '../preprocessing/RawInput.ts';
import { exportOnnx } from './exportOnnx.ts';
import type { ModelFile } from './ModelFile.ts';
import { modelOutputs } from './modelOutputs.ts';
import { catalogModels } from './testing/catalogModels.ts';

const ort = createRequire(import.meta.url)('onnxruntime-node') as OrtModule;
const models = await catalogModels();

async function runOnnx(file: ModelFile, samples: readonly RawInput[]) {
  const session = await ort.InferenceSession.create(exportOnnx(file), { logSeverityLevel: 3 });
  const data = Float32Array.from(samples.flatMap((sample) => [...sample].map(Number)));
  const tensor = new ort.Tensor('float32', data, [samples.length, ...file.model.inputShape]);
  const results = await session.run({ input: tensor });
  await session.release();
  return Object.fromEntries(
    Object.entries(results).map(([name, { dims, data: values }]) => [
      name,
      { dims, values: [...(values as Float32Array)] },
    ]),
  );
}

describe('an ONNX file predicts what the reference executor predicts', () => {
  test.each(models)('$name', async ({ file }) => {
    const inputs = file.testVectors.samples.map(({ input }) => input);
    const raw = inputs.map((one) => rawSample(file.input.kind, one));
    const expected = await modelOutputs(file, raw, referenceExecutor());
    for (const count of [1, inputs.length]) {
      const { output, probabilities } = await runOnnx(file, inputs.slice(0, count));
      expect(output.dims).toEqual([count, 2]);
      for (const [index, values] of expected.slice(0, count).entries()) {
        const scale = Math.max(1, ...[...values].map(Math.abs));
        const shares = softmax(values);
        for (const [place, value] of values.entries()) {
          expect(Math.abs(output.values[2 * index + place] - value) / scale).toBeLessThan(1e-5);
          expect(probabilities.values[2 * index + place]).toBeCloseTo(shares[place], 5);
        }
      }
    }
  });
});

test('its weights are the initializers, bit for bit, under their names', () => {
  for (const { file } of models) {
    const bytes = Buffer.from(exportOnnx(file));
    for (const { name } of [...file.model.parameters, ...file.model.buffers]) {
      const { buffer, byteOffset, byteLength } = file.weights[name];
      const data = Buffer.from(buffer, byteOffset, byteLength);
      // In an initializer the name (field 8) stands right in front of the data (field 9).
      const at = bytes.indexOf(Buffer.from([0x42, name.length, ...Buffer.from(name), 0x4a]));
      expect(at).toBeGreaterThan(0);
      expect(bytes.subarray(at, at + name.length + 8 + byteLength).includes(data)).toBe(true);
    }
  }
});

test('labels in any script stand in its metadata', () => {
  const bytes = Buffer.from(exportOnnx(models[0].file));
  expect(bytes.includes(Buffer.from('["고양이","dog"]'))).toBe(true);
});

test('a number has no probabilities', async () => {
  const { file } = models[0];
  const regression: ModelFile = { ...file, output: { kind: 'number', name: 'price' } };
  const outputs = await runOnnx(regression, [file.testVectors.samples[0].input]);
  expect(Object.keys(outputs)).toEqual(['output']);
});
