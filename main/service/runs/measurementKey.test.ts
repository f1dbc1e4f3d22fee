import { expect, test } from 'vitest';
import type { LayerSpec } from '../../../core/contract/ModelSpec.ts';
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import { irisSpec } from '../testing/testStudio.ts';
import { measurementKey } from './measurementKey.ts';

const spec = irisSpec(1);
const [first, ...others] = spec.model.layers;

function keyOf(layer: LayerSpec): string {
  const run = { spec: { ...spec, model: { layers: [layer, ...others] } }, dataset: { hash: 'a' } };
  return measurementKey(run as unknown as RunRecord, 'a process');
}

test('what is written at a layer has nothing measured again, another option has', () => {
  const layer = first!;
  const key = keyOf(layer);
  expect(keyOf({ ...layer, name: 'Hidden', group: 'Block', note: 'Wide.' })).toBe(key);
  const options = { ...layer.options, outFeatures: 7 };
  expect(keyOf({ ...layer, options })).not.toBe(key);
});
