/** What this process can compute on. */
import { createExecutor } from './createExecutor.ts';
import { deviceProblemOf } from './deviceProblemOf.ts';
import { probeDawn } from './openDawn.ts';
import type { TrainerMessage } from './TrainerProtocol.ts';

export async function probeDevicesJob({ gpu }: { readonly gpu: boolean }): Promise<TrainerMessage> {
  const runtime = await createExecutor('onnx').then(({ detail }) => detail, deviceProblemOf);
  return { kind: 'devices-probed', runtime, backends: gpu ? await probeDawn() : [] };
}
