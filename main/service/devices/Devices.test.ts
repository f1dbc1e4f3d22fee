import { expect, test } from 'vitest';
import type { TrainerMessage } from '../../trainer/TrainerProtocol.ts';
import { createTrainerWindows } from '../runs/TrainerWindows.ts';
import { irisSpec, openTestStudio, temporaryFolder } from '../testing/testStudio.ts';

const limits = {
  maxBufferSize: 400_000,
  maxStorageBufferBindingSize: 300_000,
  maxStorageBuffersPerShaderStage: 8,
  maxComputeInvocationsPerWorkgroup: 256,
  maxComputeWorkgroupStorageSize: 16_384,
  maxComputeWorkgroupsPerDimension: 65_535,
};
const adapter = { vendor: 'acme', architecture: 'one', description: '', isSoftware: false, limits };
const probed: TrainerMessage = {
  kind: 'devices-probed',
  backends: [{ backend: 'webgpu', adapter, problem: null }],
};
const tested: TrainerMessage = {
  kind: 'self-tested',
  results: [
    {
      ...{ executor: 'gpujs', backend: 'webgpu', detail: 'GPU.js, a played one' },
      ...{ largestDifference: 1e-6, stepsPerSecond: 10, problem: null },
    },
  ],
};

const byWebGl2: TrainerMessage = {
  kind: 'devices-probed',
  backends: [
    { backend: 'webgpu', adapter: null, problem: { code: 'no-adapter' } },
    {
      backend: 'webgl2',
      adapter: { ...adapter, limits: null, largestTensor: 300_000 },
      problem: null,
    },
  ],
};

/** A studio whose windows answer so, or go away without a word. */
function withWindow(
  answers: Readonly<Record<string, TrainerMessage | undefined>>,
  plainNode: string | null = null,
) {
  let opened = 0;
  const windows = createTrainerWindows((command) => {
    const { window } = command;
    const report = { kind: 'window-report', window } as const;
    const leave = () => windows.hear({ ...report, report: 'gone', reason: 'it is closed' });
    if (command.command === 'open') opened += 1;
    if (command.command === 'close') setImmediate(leave);
    if (command.command !== 'tell') return;
    const message = answers[(command.message as { kind: string }).kind];
    if (message) windows.hear({ ...report, report: 'said', message });
    else leave();
  });
  const studio = openTestStudio(temporaryFolder(), { trainerWindows: windows, plainNode });
  return { ...studio, opened: () => opened };
}

test('processor and card are told of, and looked for again only when asked', async () => {
  const { request, opened } = withWindow({ 'probe-devices': probed });
  const report = await request('devices.get', {});
  expect(report).toMatchObject({
    cpu: { threads: 1, runtime: expect.stringContaining('ONNX Runtime'), problem: null },
    gpu: [{ backend: 'webgpu', adapter, problem: null }],
  });
  expect(await request('devices.get', {})).toEqual(report);
  expect(opened()).toBe(1);
  await request('devices.get', { again: true });
  expect(opened()).toBe(2);
});

test('a window that goes away is why there is no GPU', async () => {
  const { request } = withWindow({});
  expect((await request('devices.get', {})).gpu).toEqual([
    { backend: 'webgpu', adapter: null, problem: { code: 'ended', detail: 'it is closed' } },
  ]);
});

test('with a plain Node, Dawn is looked for between the two ways of a window', async () => {
  const { request } = withWindow({ 'probe-devices': byWebGl2 }, process.execPath);
  const { gpu } = await request('devices.get', {});
  expect(gpu.map(({ backend }) => backend)).toEqual(['webgpu', 'dawn', 'webgl2']);
});

test.skipIf(process.platform === 'win32')(
  'a process of Dawn that dies is why there is none, and the self-test says so',
  async () => {
    const missing: TrainerMessage = {
      kind: 'self-tested',
      results: [
        {
          ...{ executor: 'gpujs', backend: 'webgpu', detail: '' },
          ...{ largestDifference: null, stepsPerSecond: null, problem: { code: 'no-adapter' } },
        },
      ],
    };
    const { request } = withWindow({ 'probe-devices': probed, 'self-test': missing }, '/bin/false');
    const ended = { code: 'ended', detail: expect.stringContaining('exit code 1') };
    expect((await request('devices.get', {})).gpu).toMatchObject([
      { backend: 'webgpu', problem: null },
      { backend: 'dawn', adapter: null, problem: ended },
    ]);
    const { results } = await request('devices.selfTest', {});
    expect(results.at(-1)).toMatchObject({ backend: 'dawn', problem: ended });
  },
);

test('where nothing reaches a GPU there is only the processor', async () => {
  const { request } = openTestStudio();
  expect((await request('devices.get', {})).gpu).toEqual([]);
});

test('every executor is tested, and told of on the way', async () => {
  const { request, events } = withWindow({ 'self-test': tested });
  const { results, bar, steps } = await request('devices.selfTest', {});
  expect(steps).toBe(10);
  expect(results.map(({ executor }) => executor)).toEqual(['reference', 'onnx', 'gpujs']);
  for (const { largestDifference, problem } of results) {
    expect(problem).toBeNull();
    expect(largestDifference).toBeLessThan(bar);
  }
  const told = events.flatMap((event) => (event.event === 'selfTest.progress' ? [event] : []));
  expect(told.map((event) => [event.executor, event.results.length])).toEqual([
    ['reference', 0],
    ['onnx', 1],
    ['gpujs', 2],
  ]);
});

test('a window that crashes in the test is a result', async () => {
  const { request } = withWindow({});
  const { results } = await request('devices.selfTest', {});
  expect(results.at(-1)).toMatchObject({
    ...{ executor: 'gpujs', largestDifference: null },
    problem: { code: 'ended', detail: 'it is closed' },
  });
});

test('there is one self-test at a time, and it can be cancelled', async () => {
  const { request } = openTestStudio();
  const first = request('devices.selfTest', {});
  await expect(request('devices.selfTest', {})).rejects.toMatchObject({ code: 'busy' });
  await request('devices.cancelSelfTest', {});
  await expect(first).rejects.toMatchObject({ code: 'cancelled' });
  const again = request('devices.selfTest', {});
  await request('devices.cancelSelfTest', {});
  await expect(again).rejects.toMatchObject({ code: 'cancelled' });
});

test.each([
  ['WebGPU', probed],
  ['WebGL2', byWebGl2],
])('what the card cannot hold in one piece by %s is refused before the start', async (_, found) => {
  const { request } = withWindow({ 'probe-devices': found });
  const model = {
    layers: [400, 3].map((outFeatures) => ({ type: 'Linear', options: { outFeatures } })),
  };
  const wide = { ...model.layers[0]!, options: { outFeatures: 200 } };
  const tooWide = irisSpec(1, {
    device: 'gpu',
    model: { layers: [model.layers[0]!, wide, model.layers[1]!] },
  });
  await expect(request('runs.start', { spec: tooWide })).rejects.toMatchObject({
    code: 'invalid-experiment',
    where: 'device',
    message: expect.stringMatching(
      /300,000 bytes .* "1\.weight" of layer 1 \(Linear\) needs 320,000/,
    ),
  });
  const { trainable } = await request('experiments.check', { spec: { ...tooWide, device: 'cpu' } });
  expect(trainable).toBe(true);
});
