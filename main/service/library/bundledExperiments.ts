/** The experiments that come with the program, in resources/experiments. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ExperimentSpec } from '../../../core/contract/ExperimentSpec.ts';
import { LocalizedText } from '../../../core/contract/primitives.ts';
import type { ExperimentTemplate } from '../../../core/contract/StudioApi.ts';

export interface BundledExperiments {
  list(): ExperimentTemplate[];
}

const Index = z.array(z.strictObject({ id: z.string(), summary: LocalizedText }));

export function createBundledExperiments(resources: string): BundledExperiments {
  const folder = join(resources, 'experiments');
  const readJson = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  return {
    list: () =>
      Index.parse(readJson('index.json')).map(({ id, summary }) => ({
        id,
        summary,
        spec: ExperimentSpec.parse(readJson(`${id}.descent.json`)),
      })),
  };
}
