import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { decodeDataset } from '../core/data/decodeDataset.ts';
import { SampleEntry } from '../core/data/SampleEntry.ts';
import { buildSamples } from './buildSamples.ts';

const folder = new URL('../resources/samples/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder));
const index = z.array(SampleEntry).parse(JSON.parse(read('index.json').toString()));

describe('the bundled samples', () => {
  it('are what the sources give, byte for byte', () => {
    const built = buildSamples();
    expect(built.map(({ entry }) => entry)).toEqual(index);
    for (const { entry, bytes } of built) expect(read(entry.file).equals(bytes)).toBe(true);
  });

  it.each([
    [
      'digits',
      1797,
      [1, 8, 8],
      10,
      122_484,
      'd79873fe8e8d4768ef6564fd0fffe8ac44e717e6dfe3061189b1108e4c6f8ae9',
    ],
    ['iris', 150, [4], 3, 3320, 'a167503f9e5227491f152af82d97370280f51812fb995f89feab9556fd86c5da'],
    [
      'penguins',
      333,
      [9],
      3,
      13_712,
      '0df23bab1bdc32a0e21fb8be983740528b75223f2dbe69669ea018e326fa2a42',
    ],
  ])(
    '%s holds %i samples of %j in %i classes',
    (id, samples, sampleShape, classes, bytes, sha256) => {
      const entry = index.find((known) => known.id === id);
      expect(entry).toMatchObject({ samples, sampleShape, bytes, sha256 });
      const data = read(`${id}.bin`);
      expect(createHash('sha256').update(data).digest('hex')).toBe(sha256);
      const dataset = decodeDataset(data);
      expect(dataset).toMatchObject({ samples, sampleShape, warnings: [] });
      expect(dataset.target).toMatchObject({ kind: 'class', labels: entry?.classes });
      expect(entry?.classes).toHaveLength(classes);
    },
  );

  it('name their source and licence, here and in the notices', () => {
    const notices = readFileSync(new URL('../THIRD_PARTY_NOTICES.md', import.meta.url), 'utf8');
    for (const { name, license } of index) {
      expect(notices).toContain(name);
      expect(notices).toContain(license);
    }
  });

  it('keep all 17 steps of the digits apart', () => {
    const digits = decodeDataset(read('digits.bin'));
    expect(new Set(digits.features).size).toBe(17);
    expect([Math.min(...digits.features), Math.max(...digits.features)]).toEqual([0, 255]);
  });

  it('come with nothing else in the folder', () => {
    const expected = ['index.json', 'sources', ...index.map(({ file }) => file)];
    expect(readdirSync(folder).sort()).toEqual(expected.sort());
  });
});
