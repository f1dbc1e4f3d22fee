import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caughtError } from '../data/testing/caughtError.ts';
import { decodeSafetensors, encodeSafetensors, type NamedTensor } from './safetensors.ts';

const tensors: Record<string, NamedTensor> = {
  '0.weight': { shape: [2, 3], data: Float32Array.of(1, -0, 1e-45, 3e38, Number.NaN, -1) },
  step: { shape: [], data: Float32Array.of(7) },
  empty: { shape: [0], data: new Float32Array() },
};

/** Safetensors bytes with a header of the caller's choice. */
function file(header: unknown, dataBytes: number): Uint8Array {
  const json = new TextEncoder().encode(
    typeof header === 'string' ? header : JSON.stringify(header),
  );
  const bytes = new Uint8Array(8 + json.length + dataBytes);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(json.length), true);
  bytes.set(json, 8);
  return bytes;
}
const entry = (begin: number, end: number, shape = [(end - begin) / 4]) => ({
  dtype: 'F32',
  shape,
  data_offsets: [begin, end],
});

describe('safetensors', () => {
  it('has the layout of the format', () => {
    const bytes = encodeSafetensors({ a: { shape: [2], data: Float32Array.of(1, 2) } });
    const length = Number(new DataView(bytes.buffer).getBigUint64(0, true));
    expect(JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length)))).toEqual({
      a: { dtype: 'F32', shape: [2], data_offsets: [0, 8] },
    });
    expect((8 + length) % 8).toBe(0);
    expect([...new Float32Array(bytes.slice(8 + length).buffer)]).toEqual([1, 2]);
  });

  it('comes back bit for bit, at any alignment', () => {
    const { empty: _, ...some } = tensors;
    const shifted = Buffer.concat([Buffer.from('x'), encodeSafetensors(some)]).subarray(1);
    const read = decodeSafetensors(shifted);
    expect(read).toEqual(some);
    expect(Object.is(read['0.weight'].data[1], -0)).toBe(true);
  });

  it('comes back for any tensors', () => {
    const tensor = fc
      .array(fc.float({ noNaN: true }), { minLength: 1, maxLength: 20 })
      .map((values) => ({ shape: [values.length], data: Float32Array.from(values) }));
    const names = fc
      .string({ minLength: 1 })
      .filter((name) => name !== '__proto__' && name !== '__metadata__');
    fc.assert(
      fc.property(fc.dictionary(names, tensor, { noNullPrototype: true }), (some) => {
        expect(decodeSafetensors(encodeSafetensors(some))).toEqual(some);
      }),
    );
  });

  it('skips metadata', () => {
    const bytes = file({ __metadata__: { format: 'pt' }, a: entry(0, 4) }, 4);
    expect(Object.keys(decodeSafetensors(bytes))).toEqual(['a']);
  });

  it('refuses to write a shape that does not fit', () => {
    expect(() => encodeSafetensors({ a: { shape: [3], data: new Float32Array(2) } })).toThrow(
      '"a" must hold 3 values. Received 2.',
    );
  });

  const endless = file({}, 0);
  endless.fill(0xff, 0, 8);

  it.each([
    ['nothing', new Uint8Array(), 'it is shorter than its length field'],
    ['an endless header', endless, 'its header cannot be 18446744073709551615 bytes long'],
    ['a header behind the end', file({}, 0).subarray(0, 9), 'its header cannot be 2 bytes long'],
    ['no JSON', file('{"a":', 0), 'its header is malformed'],
    ['another type', file({ a: { ...entry(0, 4), dtype: 'F16' } }, 4), 'its header is malformed'],
    ['text as a tensor', file({ a: { x: 'y' } }, 4), 'its header is malformed'],
    [
      'a hole',
      file({ a: entry(0, 4), b: entry(8, 12) }, 12),
      '"b" stands at [8, 12], which does not fit its shape',
    ],
    [
      'an overlap',
      file({ a: entry(0, 8), b: entry(4, 12) }, 12),
      '"b" stands at [4, 12], which does not fit its shape',
    ],
    [
      'a wrong shape',
      file({ a: entry(0, 8, [3]) }, 8),
      '"a" stands at [0, 8], which does not fit its shape',
    ],
    ['missing data', file({ a: entry(0, 8) }, 4), 'it ends inside "a"'],
    ['data too many', file({ a: entry(0, 8) }, 12), 'data stands behind its last tensor'],
  ])('refuses %s', (_, bytes, reason) => {
    expect(caughtError(() => decodeSafetensors(bytes))).toMatchObject({
      code: 'invalid-model',
      message: `The safetensors data is damaged: ${reason}.`,
    });
  });
});
