import { afterAll, describe } from 'vitest';
import { testLoops } from '../../../core/executors/testing/testLoops.ts';
import { testGpu } from './testing/testGpu.ts';

const { gpu, detail, executor } = testGpu;

describe.skipIf(!gpu)(`the GPU executor on ${detail}`, () => {
  afterAll(() => gpu?.destroy());
  testLoops(executor!);
});
