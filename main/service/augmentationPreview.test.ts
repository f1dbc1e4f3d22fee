/** How long a slider waits: previews through a service process, printed and not judged. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { encodeDataset } from '../../core/data/encodeDataset.ts';
import { pictures, picturesExperiment } from '../../core/training/testing/pictures.ts';
import { createDatasetLibrary } from './library/DatasetLibrary.ts';
import { describeDataset } from './library/describeDataset.ts';
import { temporaryFolder } from './testing/testStudio.ts';

const GRID = 16;
const augmentation = [
  { type: 'RandomRotation' },
  { type: 'RandomShift' },
  { type: 'RandomHorizontalFlip' },
];

async function homeWith(samples: number, shape: readonly [number, number, number]) {
  const home = temporaryFolder();
  const dataset = pictures(samples, shape);
  const data = encodeDataset(dataset);
  const source = { kind: 'idx', origin: 'test', license: null } as const;
  const description = describeDataset(dataset, { name: 'pictures', source, bytes: data.length });
  await createDatasetLibrary({ home, now: () => 0, reserved: [], withEdits: (info) => info }).add(
    description,
    data,
  );
  return home;
}

function startService(home: string) {
  const child = fork(join(import.meta.dirname, 'process.ts'), [], {
    serialization: 'advanced',
    execArgv: [],
    env: { ...process.env, DESCENT_HOME: home },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return (id: number, method: string, params: unknown) =>
    new Promise<Record<string, unknown>>((resolve) => {
      const hear = (message: Record<string, unknown>) => {
        if (message.id !== id) return;
        child.off('message', hear);
        resolve(message);
      };
      child.on('message', hear);
      child.send({ kind: 'request', id, method, params });
    });
}

test.each([
  [10_000, [1, 28, 28]],
  [200, [3, 128, 128]],
] as const)('%i pictures of %j: a grid of 4 by 4', async (samples, shape) => {
  const request = startService(await homeWith(samples, shape));
  const epochs = Array.from({ length: GRID }, (_, at) => at + 1);
  const times: number[] = [];
  for (let id = 0; id < 12; id++) {
    const moved = [{ ...augmentation[0], options: { degrees: 10 + id } }, ...augmentation.slice(1)];
    const spec = picturesExperiment({ augmentation: moved });
    const start = performance.now();
    const reply = await request(id, 'augmentation.preview', { spec, samples: [3], epochs });
    times.push(performance.now() - start);
    expect(reply).toMatchObject({ ok: true, result: { kind: 'image', samples: [{ index: 3 }] } });
    const { result } = reply as { result: { samples: { variants: { pixels: unknown }[] }[] } };
    expect(result.samples[0]?.variants[GRID - 1]?.pixels).toBeInstanceOf(Uint8Array);
  }
  const [first = 0, ...later] = times;
  later.sort((a, b) => a - b);
  const [best = 0, middle = 0] = [later[0], later[Math.floor(later.length / 2)]];
  process.stdout.write(
    `preview of ${GRID} × ${shape.join('×')}: ${middle.toFixed(1)} ms with the round trip, at best ` +
      `${best.toFixed(1)}, the first ${first.toFixed(0)} ms\n`,
  );
});
