/** The dataset library and the bundled samples. */
import { StudioError } from '../../../core/contract/StudioError.ts';
import { importFormats } from '../../../core/data/importFormats.ts';
import { importOptions } from '../../../core/data/importOptions.ts';
import { createLatest } from '../createLatest.ts';
import { createDatasetEditing } from '../library/DatasetEditing.ts';
import { findSamples, type SampleQuery } from '../library/findSamples.ts';
import { importDataset, inspectFile } from '../library/importDataset.ts';
import { installSample } from '../library/installSample.ts';
import { noSuchDataset } from '../library/noSuchDataset.ts';
import { pageOf } from '../library/pageOf.ts';
import { createStatistics } from '../library/Statistics.ts';
import type { MethodsOf, ServiceContext } from '../ServiceContext.ts';

/** The hash is that of the content which was searched. */
interface Search extends SampleQuery {
  readonly id: string;
  readonly hash: string;
}

export function datasetMethods(
  context: ServiceContext,
): MethodsOf<'datasets'> & MethodsOf<'samples'> {
  const { library, imports, opened, samples, store, emit } = context;
  const statistics = createStatistics(context);
  const editing = createDatasetEditing(context);
  /** The pages of one search follow each other. */
  const found = createLatest(async (key) => {
    const { id, filter, sort }: Search = JSON.parse(key);
    return findSamples(await opened.get(id), { filter, sort });
  });
  const get = (id: string) => {
    const info = library.find(id);
    if (info) return info;
    throw noSuchDataset(context, id);
  };
  const remove = async (id: string): Promise<Record<string, never>> => {
    get(id);
    const [user] = store.runs.listUsing(id);
    if (user) {
      throw new StudioError('busy', `Dataset "${id}" is in use by run "${user}".`, {
        where: 'id',
        hint: 'Stop the run first.',
      });
    }
    // First: cut off in between, a dataset without its edits stays, not edits that wait for the next
    // import of the same file.
    store.edits.forget(id);
    try {
      await library.remove(id);
    } finally {
      opened.clear();
      found.clear();
      emit({ event: 'datasets.changed', datasets: library.list() });
    }
    return {};
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
    'datasets.page': async ({ id, filter, sort, ...part }) => {
      const { hash } = get(id);
      const key: Search = { id, hash, filter, sort };
      return pageOf(await opened.get(id), await found.get(JSON.stringify(key)), part);
    },
    'datasets.statistics': ({ id }) => statistics.of(get(id)),
    'datasets.edits': ({ id }) => editing.list(id),
    'datasets.madeEdits': () => editing.made(),
    'datasets.edit': ({ changes, ...wish }) => editing.change(wish, changes),
    'datasets.undoEdit': (wish) => editing.undo(wish),
    'datasets.redoEdit': (wish) => editing.redo(wish),
    'datasets.revertEdits': ({ indices, ...wish }) => editing.revert(wish, indices),
    'datasets.remove': ({ id }) => editing.inTurn(() => remove(id)),
  };
}
