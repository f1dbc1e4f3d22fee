import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesField, floatField, intField, messageField, textField } from './protobuf.ts';

/** Reads a varint back: the value and the bytes it took. */
function readVarint(bytes: Uint8Array): { value: number; length: number } {
  const length = bytes.findIndex((byte) => byte < 0x80) + 1;
  const groups = [...bytes.subarray(0, length)].reverse();
  return { value: groups.reduce((value, byte) => value * 0x80 + (byte % 0x80), 0), length };
}

describe('protobuf fields', () => {
  // The examples of https://protobuf.dev/programming-guides/encoding.
  it('are encoded as the specification shows', () => {
    expect([...intField(1, 150)]).toEqual([0x08, 0x96, 0x01]);
    expect([...textField(2, 'testing')]).toEqual([0x12, 7, ...Buffer.from('testing')]);
    expect([...messageField(3, [intField(1, 150)])]).toEqual([0x1a, 3, 0x08, 0x96, 0x01]);
    expect([...floatField(1, -2)]).toEqual([0x0d, 0, 0, 0, 0xc0]);
  });

  it('have numbers above 15 in two bytes', () => {
    expect([...intField(20, 1)]).toEqual([0xa0, 0x01, 0x01]);
  });

  it('hold every whole number up to 2⁵³ - 1', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (value) => {
        const bytes = intField(1, value).subarray(1);
        expect(readVarint(bytes)).toEqual({ value, length: bytes.length });
      }),
    );
  });

  it('say how many bytes follow', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (content) => {
        const bytes = bytesField(1, content).subarray(1);
        const { value, length } = readVarint(bytes);
        expect(value).toBe(content.length);
        expect(bytes.subarray(length)).toEqual(content);
      }),
    );
  });
});
