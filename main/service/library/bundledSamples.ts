/** The datasets that come with the program, in resources/samples. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { didYouMean } from '../../../core/catalog/didYouMean.ts';
import { StudioError } from '../../../core/contract/StudioError.ts';
import { decodeDataset } from '../../../core/data/decodeDataset.ts';
import { SampleEntry } from '../../../core/data/SampleEntry.ts';
import { type DatasetDescription, describeDataset } from './describeDataset.ts';

export interface BundledSample {
  readonly description: DatasetDescription;
  /** In the form that the library keeps. */
  readonly data: Uint8Array;
}

export interface BundledSamples {
  list(): SampleEntry[];
  has(id: string): boolean;
  /** Throws StudioError `not-found`. */
  read(id: string): Promise<BundledSample>;
}

export function createBundledSamples(resources: string): BundledSamples {
  const folder = join(resources, 'samples');
  const index = readFileSync(join(folder, 'index.json'), 'utf8');
  const entries = z.array(SampleEntry).parse(JSON.parse(index));
  const find = (id: string) => entries.find((entry) => entry.id === id);
  return {
    list: () => entries,
    has: (id) => find(id) !== undefined,
    async read(id) {
      const entry = find(id);
      if (!entry) {
        const ids = entries.map((known) => known.id);
        throw new StudioError('not-found', `There is no sample "${id}".`, {
          where: 'id',
          hint: didYouMean(id, ids, `The samples are ${ids.join(', ')}.`),
        });
      }
      return readSample(folder, entry);
    },
  };
}

async function readSample(folder: string, entry: SampleEntry): Promise<BundledSample> {
  const path = join(folder, entry.file);
  const data = await readFile(path);
  if (createHash('sha256').update(data).digest('hex') !== entry.sha256) {
    throw new StudioError('invalid-dataset', 'The bundled sample is damaged: its hash changed.', {
      where: path,
      hint: 'Install the program again.',
    });
  }
  const { id, name, license } = entry;
  const description = describeDataset(decodeDataset(data), {
    name,
    source: { kind: 'sample', origin: id, license },
    bytes: data.length,
  });
  return { description, data };
}
