import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { canonicalSha256 } from './canonicalSha256.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('canonicalSha256', () => {
  it.each([
    [
      { b: [1, 2.5e-7, 1e21, -0], a: { d: null, c: 'ü"\n' } },
      '{"a":{"c":"ü\\"\\n","d":null},"b":[1,2.5e-7,1e+21,0]}',
    ],
    [{ '10': 1, '9': 2, é: 3, z: 4 }, '{"10":1,"9":2,"z":4,"é":3}'],
    [{ empty: {}, none: [] }, '{"empty":{},"none":[]}'],
    [[true, false, 'x'], '[true,false,"x"]'],
    [{ loss: Number.NaN, left: undefined }, '{"loss":null}'],
  ])('hashes the canonical text of %j', (value, text) => {
    expect(canonicalSha256(value)).toBe(sha256(text));
  });
});
