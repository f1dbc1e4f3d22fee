/** What `runs.export` writes, in every format. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { referenceExecutor } from '../../core/executors/reference/ReferenceExecutor.ts';
import { readModelFile } from '../../core/model/readModelFile.ts';
import { decodeSafetensors } from '../../core/model/safetensors.ts';
import { verifyModel } from '../../core/model/verifyModel.ts';
import {
  hasEnded,
  irisSpec,
  openTestStudio,
  temporaryFolder,
  waitForRun,
} from './testing/testStudio.ts';

test('a run is exported in every format', async () => {
  const studio = openTestStudio();
  const { request } = studio;
  const { id: run } = await request('runs.start', { spec: irisSpec(3) });
  await waitForRun(studio, run, hasEnded);
  const folder = temporaryFolder();

  const json = join(folder, 'iris.model.json');
  await request('runs.export', { run, format: 'json', path: json });
  const file = readModelFile(readFileSync(json, 'utf8'));
  expect(await verifyModel(file, referenceExecutor())).toMatchObject({ passed: true, samples: 8 });
  expect(file.provenance).toMatchObject({
    splits: { train: 90, validation: 30, test: 30 },
    executor: expect.stringContaining('ONNX Runtime'),
  });

  const safetensors = join(folder, 'weights.safetensors');
  const written = await request('runs.export', { run, format: 'safetensors', path: safetensors });
  expect(written).toEqual({ path: safetensors, bytes: readFileSync(safetensors).length });
  const tensors = decodeSafetensors(readFileSync(safetensors));
  const weights = Object.entries(tensors).map(([name, { data }]) => [name, data]);
  expect(Object.fromEntries(weights)).toEqual(file.weights);

  const onnx = join(folder, 'iris.onnx');
  await request('runs.export', { run, format: 'onnx', path: onnx });
  expect(readFileSync(onnx).includes('setosa')).toBe(true);

  const project = join(folder, 'project');
  const { bytes } = await request('runs.export', { run, format: 'pytorch', path: project });
  expect(bytes).toBeGreaterThan(10_000);
  expect(readdirSync(project)).toEqual(
    expect.arrayContaining(['model.py', 'train.py', 'README.md', 'data', 'weights.safetensors']),
  );
  expect(readFileSync(join(project, 'weights.safetensors'))).toEqual(readFileSync(safetensors));
});

test('a folder that is there is not touched', async () => {
  const studio = openTestStudio();
  const { id: run } = await studio.request('runs.start', { spec: irisSpec(1) });
  await waitForRun(studio, run, hasEnded);
  const path = temporaryFolder();
  writeFileSync(join(path, 'mine.txt'), 'mine');
  await expect(
    studio.request('runs.export', { run, format: 'pytorch', path }),
  ).rejects.toMatchObject({ code: 'already-exists', where: path });
  expect(readdirSync(path)).toEqual(['mine.txt']);
});
