import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { studioPaths } from '../../../paths.ts';

test('the decoder in resources is the one of the package', () => {
  const inPackage = createRequire(import.meta.url).resolve('@jsquash/webp/codec/dec/webp_dec.wasm');
  const inResources = join(studioPaths().resources, 'decoders', 'webp_dec.wasm');
  expect(readFileSync(inResources).equals(readFileSync(inPackage))).toBe(true);
});
