/** The dataset library and the bundled samples. */
import type { DatasetPage } from '../../../core/contract/DatasetInfo.ts';
import { StudioError } from '../../../core/contract/StudioError.ts';
import type { Dataset } from '../../../core/data/Dataset.ts';
import { importFormats } from '../../../core/data/importFormats.ts';
import { importOptions } from '../../../core/data/importOptions.ts';
import { sampleContent } from '../../../core/data/sampleContent.ts';
import { createImports } from '../library/Imports.ts';
import { importDataset, inspectFile } from '../library/importDataset.ts';
import { installSample } from '../library/installSample.ts';
import type { MethodsOf, ServiceContext } from '../ServiceContext.ts';

export function datasetMethods(
  context: ServiceContext,
): MethodsOf<'datasets'> & MethodsOf<'samples'> {
  const { library, opened, samples, store, emit } = context;
  const imports = createImports();
  const get = (id: string) => {
    const info = library.find(id);
    if (info) return info;
    throw new StudioError('not-found', `There is no dataset "${id}" in the library.`, {
      where: 'id',
    });
  };
  return {
    'samples.list': () =>
      samples.list().map(({ file: _file, bytes: _bytes, sha256: _sha256, ...sample }) => ({
        ...sample,
        installed: library.find(sample.id) !== null,
      })),
    'datasets.list': () => library.list(),
    'datasets.get': ({ id }) => get(id),
    'datasets.install': ({ id }) => installSample(context, id),
    'datasets.importForms': () => ({ formats: [...importFormats], options: [...importOptions] }),
    'datasets.inspect': (wish) => inspectFile(context, wish),
    'datasets.import': (wish) =>
      imports.track(wish.path, (signal) => importDataset(context, wish, signal)),
    'datasets.cancelImport': ({ path }) => {
      imports.cancel(path);
      return {};
    },
    'datasets.page': async ({ id, offset, limit }) => {
      get(id);
      return toPage(await opened.get(id), offset, limit);
    },
    'datasets.remove': async ({ id }) => {
      get(id);
      const [user] = store.runs.listUsing(id);
      if (user) {
        throw new StudioError('busy', `Dataset "${id}" is in use by run "${user}".`, {
          where: 'id',
          hint: 'Stop the run first.',
        });
      }
      await library.remove(id);
      opened.clear();
      emit({ event: 'datasets.changed', datasets: library.list() });
      return {};
    },
  };
}

function toPage(dataset: Dataset, offset: number, limit: number): DatasetPage {
  const { samples, targets, target } = dataset;
  const count = Math.max(0, Math.min(limit, samples - offset));
  const rows = Array.from({ length: count }, (_, row) => {
    const index = offset + row;
    const value = targets[index] ?? 0;
    return {
      index,
      ...sampleContent(dataset, index),
      target: target.kind === 'class' ? (target.labels[value] ?? String(value)) : value,
    };
  });
  return { offset, total: samples, rows };
}
