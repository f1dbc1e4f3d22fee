import { z } from 'zod';
import { DatasetInfo } from '../../../core/contract/DatasetInfo.ts';

/** What 0.1.0 wrote instead of columns and given parts. */
const Version1 = z.looseObject({
  kind: z.enum(['image', 'table']),
  samples: z.number(),
  featureNames: z.array(z.string()),
  givenTestSamples: z.number(),
});

/** info.json of a dataset's folder, as this version or 0.1.0 wrote it. Throws what zod throws. */
export function readDatasetInfo(text: string): DatasetInfo {
  const raw: unknown = JSON.parse(text);
  const old = Version1.safeParse(raw);
  if (!old.success) return DatasetInfo.parse(raw);
  const { featureNames, givenTestSamples, ...rest } = old.data;
  const train = old.data.samples - givenTestSamples;
  return DatasetInfo.parse({
    ...rest,
    columns: featureNames.map((name) => ({ name, type: 'number', categories: null, missing: 0 })),
    given: givenTestSamples > 0 ? { train, validation: 0, test: givenTestSamples } : null,
  });
}
