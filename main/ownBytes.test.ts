import { deserialize, serialize } from 'node:v8';
import { expect, test } from 'vitest';
import { ownBytes } from './ownBytes.ts';

test('arrays of a message get buffers of their own size, wherever they stand', () => {
  const sent = { id: 3, result: { shape: [2], all: [{ pixels: Uint8Array.of(7, 8) }, null] } };
  const received = deserialize(serialize(sent)) as typeof sent;
  expect(received.result.all[0]?.pixels.buffer.byteLength).toBeGreaterThan(2);
  const owned = ownBytes(received) as typeof sent;
  expect(owned).toEqual(sent);
  expect(owned.result.all[0]?.pixels.buffer.byteLength).toBe(2);
});

test.each([null, 1, 'text', true])('%j stays what it is', (value) => {
  expect(ownBytes(value)).toBe(value);
});
