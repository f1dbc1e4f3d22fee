import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { decodeDataset } from '../core/data/decodeDataset.ts';
import { SampleEntry } from '../core/data/SampleEntry.ts';
import { sampleShapeOf } from '../core/data/sampleShapeOf.ts';
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
      122_800,
      '216f56c58af9ff4bc8ab33aaf0416eeae60467780a9604674d872ba9edd3505b',
    ],
    ['iris', 150, [4], 3, 3605, 'c9a27027dcab99c42e2b41e4a9f111013ee8e142c669ad0c2f5e02bc91a013c1'],
    [
      'penguins',
      344,
      [6],
      3,
      10_369,
      '68acd7148ddb4922ad0e1ab3611ed19f9ea7e807f4cfd987cf41db8b0cf5b11e',
    ],
    [
      'sentences',
      3000,
      [],
      2,
      232_563,
      '75308167cace865179381f289bd35c6332947168aa7dbd7a784da74781461322',
    ],
    [
      'emoji-ko',
      1420,
      [],
      7,
      121_949,
      '5dca11f6bab434571b905701ae107488ca4489d937df324346492c43d526cbc9',
    ],
  ])(
    '%s holds %i samples of %j in %i classes',
    (id, samples, sampleShape, classes, bytes, sha256) => {
      const entry = index.find((known) => known.id === id);
      expect(entry).toMatchObject({ samples, sampleShape, bytes, sha256 });
      const data = read(`${id}.bin`);
      expect(createHash('sha256').update(data).digest('hex')).toBe(sha256);
      const dataset = decodeDataset(data);
      expect(dataset).toMatchObject({ samples, warnings: [] });
      expect(sampleShapeOf(dataset)).toEqual(sampleShape);
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
    if (digits.kind !== 'image') throw new Error('Digits are images.');
    expect(new Set(digits.images).size).toBe(17);
    expect([Math.min(...digits.images), Math.max(...digits.images)]).toEqual([0, 255]);
  });

  it('come with nothing else in the folder', () => {
    const expected = ['index.json', 'sources', ...index.map(({ file }) => file)];
    expect(readdirSync(folder).sort()).toEqual(expected.sort());
  });
});
