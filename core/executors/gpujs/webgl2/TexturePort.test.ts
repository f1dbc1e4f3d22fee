import { describe, expect, it } from 'vitest';
import { TexturePort } from './TexturePort.ts';
import { fakeDevice } from './testing/fakeDevice.ts';

const values = Float32Array.of(1, 2, 3, 4, 5, 6, 7);

describe.each([true, false])('where one number a value can be read: %s', (readsRed) => {
  it('reads what was written, and what fills up the last row', () => {
    const port = new TexturePort(fakeDevice({ readsRed }).device);
    const texture = port.create(3, 3);
    port.write(texture, values);
    const [all, two] = port.read([
      { from: texture, rows: 3 },
      { from: texture, rows: 2 },
    ]);
    expect(all).toEqual(Float32Array.of(...values, 0, 0));
    expect(two).toEqual(values.slice(0, 6));
  });
});

it('waits once for many textures, and not at all for none', () => {
  const { device, waits } = fakeDevice();
  const port = new TexturePort(device);
  const textures = [port.create(2, 1), port.create(4, 2), port.create(1, 1)];
  expect(port.read(textures.map((from) => ({ from, rows: 1 })))).toHaveLength(3);
  expect(waits()).toBe(1);
  expect(port.read([])).toEqual([]);
  expect(waits()).toBe(1);
});
