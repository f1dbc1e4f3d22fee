import { afterAll, describe } from 'vitest';
import { gpuExecutor } from '../../../core/executors/gpujs/GpuExecutor.ts';
import { testLoops } from '../../../core/executors/testing/testLoops.ts';
import { openDawn } from '../openDawn.ts';

const opened = await openDawn({ software: true });
const gpu = 'gpu' in opened ? opened.gpu : null;
const detail = 'gpu' in opened ? opened.detail : opened.reason;

describe.skipIf(!gpu)(`the GPU executor on ${detail}`, () => {
  afterAll(() => gpu?.destroy());
  testLoops(gpuExecutor(gpu!, { detail }));
});
