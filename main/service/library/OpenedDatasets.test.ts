/** What is served under the hash of an edited dataset is edited, or nothing is served. */
import { expect, test } from 'vitest';
import type { DatasetInfo } from '../../../core/contract/DatasetInfo.ts';
import type { SampleEdit } from '../../../core/contract/SampleEdit.ts';
import type { Dataset, TableDataset } from '../../../core/data/Dataset.ts';
import type { ServiceContext } from '../ServiceContext.ts';
import { openTestStore } from '../testing/testStore.ts';
import { createOpenedDatasets } from './OpenedDatasets.ts';

const key = { dataset: 'few', importedHash: 'a'.repeat(64) };
const target = { kind: 'number' as const, name: 'y', minimum: 0, maximum: 2 };
const relabelled: SampleEdit = { index: 1, isExcluded: false, target: 9 };
const dataset: TableDataset = {
  ...{ kind: 'table', samples: 3, columns: [], values: new Float32Array(0) },
  ...{ target, targets: Float32Array.of(0, 1, 2), givenSplits: null, warnings: [] },
};

function openFew() {
  const store = openTestStore();
  const state = { hash: 'b'.repeat(64), ...{ excluded: 0, relabelled: 1, target } };
  const edited = { ...state, importedHash: key.importedHash, edits: [relabelled] };
  store.edits.enter(key, edited);
  let finish: (read: Dataset) => void = () => undefined;
  const info = {
    id: 'few',
    hash: edited.hash,
    edits: { importedHash: key.importedHash, excluded: 0, relabelled: 1 },
  } as DatasetInfo;
  const library = {
    find: () => info,
    read: () => new Promise<Dataset>((resolve) => (finish = resolve)),
  } as unknown as ServiceContext['library'];
  return { opened: createOpenedDatasets({ library, store }), store, read: () => finish(dataset) };
}

test('an edit while the file is read changes nothing about what was asked for', async () => {
  const { opened, store, read } = openFew();
  const asked = opened.get('few');
  store.edits.enter(key, null);
  read();
  expect([...(await asked).targets]).toEqual([0, 9, 2]);
});

test('an edited state that is no longer kept is refused, not served as it was imported', async () => {
  const { opened, store } = openFew();
  store.edits.enter(key, null);
  await expect(opened.get('few')).rejects.toMatchObject({ code: 'busy' });
  expect(store.edits.editsOf({ hash: key.importedHash })).toEqual([]);
});
