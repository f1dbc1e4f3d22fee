import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { GPU_JS_VERSION, largestBufferOf, refuseAdapter } from './OpenedGpu.ts';

it('names the version of GPU.js that is installed', () => {
  const { version } = createRequire(import.meta.url)('gpu.js/package.json') as { version: string };
  expect(GPU_JS_VERSION).toBe(version);
});

it('refuses an adapter of software unless one is wanted', () => {
  const named = { vendor: 'google', architecture: 'swiftshader', description: '' };
  const adapter = { ...named, isSoftware: true, limits: null };
  const refused = { code: 'software-only', adapter: 'google swiftshader' };
  expect(refuseAdapter(adapter, false)).toEqual(refused);
  expect(refuseAdapter(adapter, true)).toBeNull();
  expect(refuseAdapter(null, true)).toEqual({ code: 'no-adapter' });
});

it('counts with the smaller of two limits', () => {
  const limits = { maxBufferSize: 4, maxStorageBufferBindingSize: 2 };
  expect(largestBufferOf(limits)).toBe(2);
});
