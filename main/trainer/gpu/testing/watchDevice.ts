import type { Device as GpuDevice } from '../../../../core/executors/gpujs/webgpu/Device.ts';

export type WatchedDevice = GpuDevice & { destroy(): void };

interface Adapter {
  requestDevice(settings: object): Promise<WatchedDevice>;
}

/**
 * The device that GPU.js asks for from now on, once it has: GPU.js keeps it to itself, so it is taken
 * where it asks.
 */
export function watchDevice(): () => WatchedDevice {
  const api = (navigator as unknown as { gpu: { requestAdapter(): Promise<Adapter> } }).gpu;
  const requestAdapter = api.requestAdapter.bind(api);
  let device: WatchedDevice | null = null;
  api.requestAdapter = async () => {
    const adapter = await requestAdapter();
    const requestDevice = adapter.requestDevice.bind(adapter);
    adapter.requestDevice = async (settings) => {
      device = await requestDevice(settings);
      return device;
    };
    return adapter;
  };
  return () => {
    if (!device) throw new Error('GPU.js has asked for no device.');
    return device;
  };
}
