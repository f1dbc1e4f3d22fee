/** A device that refuses, and one that goes away. */
import { describe, expect, it } from 'vitest';
import { GpuLostError } from '../../../core/executors/gpujs/GpuLostError.ts';
import { add, input } from '../../../core/graph/ops.ts';
import { program } from '../../../core/graph/Program.ts';
import { testGpu } from './testing/testGpu.ts';
import { type WatchedDevice, watchDevice } from './testing/watchDevice.ts';

const { gpu, detail } = testGpu;

const sum = program({ y: add(input('a', [2]), input('b', [2])) });
const a = Float32Array.of(1, 2);

// In this order: a lost device is lost for good.
describe.skipIf(!gpu)(`the GPU executor on ${detail}`, () => {
  const executor = testGpu.executor!;
  let device: WatchedDevice;

  it('finds before anything is computed what the device refuses', async () => {
    const watched = watchDevice();
    const executable = await executor.compile(sum);
    device = watched();
    await executable.dispose();
    const { createBuffer } = device;
    // What minibatches are uploaded to, as a buffer that nothing may be copied from.
    device.createBuffer = (settings) =>
      createBuffer.call(device, settings.usage === 0x06 ? { ...settings, usage: 0x02 } : settings);
    await expect(executor.compile(sum)).rejects.toThrow('The GPU refused to compute: ');
    device.createBuffer = createBuffer;
  });

  it('says that the device is lost, while it computes and afterwards', async () => {
    const executable = await executor.compile(sum);
    expect(await executable.run({ a, b: a })).toEqual({ y: Float32Array.of(2, 4) });
    const computing = executable.run({ a, b: a });
    device.destroy();
    await expect(computing).rejects.toThrow(GpuLostError);
    await expect(executable.run({ a, b: a })).rejects.toThrow('The GPU was lost.');
  });
});
