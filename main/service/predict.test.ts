/** What a person brings of their own, through the weights of a run. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { studioPaths } from '../paths.ts';
import { createBundledExperiments } from './library/bundledExperiments.ts';
import {
  hasEnded,
  irisSpec,
  openTestStudio,
  type TestStudio,
  waitForRun,
} from './testing/testStudio.ts';

async function trained(studio: TestStudio, id: string, epochs: number): Promise<string> {
  const experiments = createBundledExperiments(studioPaths().resources).list();
  const template = experiments.find((one) => one.id === id);
  if (!template) throw new Error(`There is no experiment ${id}.`);
  const { spec } = template;
  const short = { ...spec, training: { ...spec.training, epochs } };
  const run = await studio.request('runs.start', { spec: short });
  await waitForRun(studio, run.id, hasEnded);
  return run.id;
}

test('a row is asked for by its columns, and what was given is told', async () => {
  const studio = openTestStudio();
  const { preprocessing } = irisSpec(1);
  const spec = irisSpec(1, { preprocessing: { ...preprocessing, missingNumbers: 'drop' } });
  const { id } = await studio.request('runs.start', { spec });
  await waitForRun(studio, id, hasEnded);
  const form = await studio.request('runs.predictionForm', { run: id });
  expect(form).toMatchObject({ kind: 'table', fieldCount: 4, target: { kind: 'class' } });
  const names = form.kind === 'table' ? form.fields.map(({ name }) => name) : [];
  expect(form).toMatchObject({
    fields: names.map((name) => ({ name, type: 'number', labels: [], mayBeMissing: false })),
  });
  const values = Object.fromEntries(names.map((name) => [name, '5.1']));
  const sample = { kind: 'table' as const, values };
  const { input, top } = await studio.request('runs.predict', { run: id, sample });
  expect(input.inputs.map(({ name }) => name)).toEqual(names);
  expect(top).toHaveLength(3);
  const lacking = { ...sample, values: { ...values, [names[1] ?? '']: null } };
  await expect(studio.request('runs.predict', { run: id, sample: lacking })).rejects.toMatchObject({
    message: expect.stringContaining('none was missing in training'),
  });
  await expect(
    studio.request('runs.fitImage', {
      run: id,
      image: { kind: 'drawing', strokes: [], thickness: 0.1 },
    }),
  ).rejects.toMatchObject({ message: 'The model takes samples of kind table. Received image.' });
});

test('a drawing and a file become what the model of digits takes', async () => {
  const studio = openTestStudio();
  const run = await trained(studio, 'digits-mlp', 8);
  const form = await studio.request('runs.predictionForm', { run });
  expect(form).toMatchObject({ kind: 'image', shape: [1, 8, 8] });
  const circle = Array.from({ length: 40 }, (_, at): [number, number] => {
    const angle = (at / 39) * 2 * Math.PI;
    return [0.3 + 0.1 * Math.sin(angle), 0.3 + 0.16 * Math.cos(angle)];
  });
  const drawn = await studio.request('runs.fitImage', {
    run,
    image: { kind: 'drawing', strokes: [circle], thickness: 0.05 },
  });
  const sample = { kind: 'image' as const, pixels: drawn.pixels };
  const { top } = await studio.request('runs.predict', { run, sample });
  expect(top[0]?.label).toBe('0');

  const image = new PNG({ width: 16, height: 16 });
  image.data.fill(255);
  const path = join(studio.home, 'white.png');
  writeFileSync(path, PNG.sync.write(image));
  const fitted = (file: string, isInverted: boolean) =>
    studio.request('runs.fitImage', { run, image: { kind: 'file', path: file, isInverted } });
  const white = await fitted(path, false);
  expect(white.original).toMatchObject({ name: 'white.png', height: 16, width: 16 });
  expect(new Set(white.pixels)).toEqual(new Set([255]));
  expect(new Set((await fitted(path, true)).pixels)).toEqual(new Set([0]));

  const text = join(studio.home, 'notes.png');
  writeFileSync(text, 'no image');
  await expect(fitted(text, false)).rejects.toMatchObject({
    code: 'invalid-dataset',
    message: '"notes.png" is text, not a PNG, JPEG, WebP, BMP or GIF image.',
  });
  await expect(fitted(join(studio.home, 'gone.png'), false)).rejects.toMatchObject({
    message: expect.stringContaining('gone.png'),
  });
});
