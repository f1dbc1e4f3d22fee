/** Convolutions, pools and tables inside the loop: as the reference, and the same on more threads. */
import * as ort from 'onnxruntime-node';
import { expect, it } from 'vitest';
import { expectSameNetwork, layerNetworks, trainNetwork } from '../testing/layerNetworks.ts';
import { onnxExecutor } from './OnnxExecutor.ts';

it.each(layerNetworks)(
  '%s trains as the reference does, on any threads',
  async (_, layers, sample) => {
    for (const threads of [1, 3]) {
      const executor = onnxExecutor(ort, { threads });
      await expectSameNetwork(executor, layers, sample);
      const once = await trainNetwork(executor, layers, sample);
      expect(await trainNetwork(executor, layers, sample)).toEqual(once);
    }
  },
);
