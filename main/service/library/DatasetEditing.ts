/**
 * Changes samples of the library's datasets, step by step, each to be undone: a corrected target, an
 * excluded sample. The file of a dataset stays as it was imported; edits are laid over it when it is
 * read.
 *
 * One step after the other: each is made of the state before it.
 */
import type { DatasetInfo } from '../../../core/contract/DatasetInfo.ts';
import {
  type DatasetEdits,
  type EditOutcome,
  type MadeEdit,
  MOST_LISTED_EDITS,
  MOST_MADE_EDITS,
  type SampleChange,
  type SampleEdit,
} from '../../../core/contract/SampleEdit.ts';
import { StudioError } from '../../../core/contract/StudioError.ts';
import type { Dataset } from '../../../core/data/Dataset.ts';
import { applyEdits } from '../../../core/data/edits/applyEdits.ts';
import { canonicalEdits } from '../../../core/data/edits/canonicalEdits.ts';
import { editedHash } from '../../../core/data/edits/editedHash.ts';
import { includedSamples } from '../../../core/data/edits/includedSamples.ts';
import { targetText } from '../../../core/data/targetText.ts';
import type { ServiceContext } from '../ServiceContext.ts';
import type { EditedKey, EditStep } from '../store/EditStore.ts';
import { noSuchDataset } from './noSuchDataset.ts';
import { refuseSealed } from './refuseSealed.ts';
import { sealedSplits } from './sealedSplits.ts';
import { sealsToLookAt } from './sealsToLookAt.ts';
import { targetOfChange } from './targetOfChange.ts';

export interface EditWish {
  readonly id: string;
  /** A sealed test split may change. */
  readonly reseal: boolean;
}

export interface DatasetEditing {
  list(id: string): Promise<DatasetEdits>;
  /** What can be undone, of all datasets of the library, the newest last. */
  made(): MadeEdit[];
  change(wish: EditWish, changes: readonly SampleChange[]): Promise<EditOutcome>;
  undo(wish: EditWish): Promise<EditOutcome>;
  redo(wish: EditWish): Promise<EditOutcome>;
  /** Null: all of them. */
  revert(wish: EditWish, indices: readonly number[] | null): Promise<EditOutcome>;
  /** For what no edit may come between: it waits for those before it, later ones for it. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
}

type EditingContext = Pick<
  ServiceContext,
  'library' | 'opened' | 'store' | 'importerEntry' | 'now' | 'emit'
>;

/** What the store knows of a dataset. */
interface Known {
  readonly info: DatasetInfo;
  readonly key: EditedKey;
  readonly edits: ReadonlyMap<number, SampleEdit>;
}

interface Work extends Known {
  readonly imported: Dataset;
}

/**
 * How a step is written down: as a new one, or as an old one that is undone or redone. Gives the
 * step's number.
 */
type Record = (before: readonly SampleEdit[], after: readonly SampleEdit[]) => number;

export function createDatasetEditing(context: EditingContext): DatasetEditing {
  const { library, opened, store, now, emit } = context;
  let last: Promise<unknown> = Promise.resolve();

  function look(id: string): Known {
    const info = library.find(id);
    if (!info) throw noSuchDataset(context, id);
    const key = { dataset: id, importedHash: info.edits?.importedHash ?? info.hash };
    const edits = new Map(store.edits.editsOf(info).map((edit) => [edit.index, edit]));
    return { info, key, edits };
  }

  async function open(id: string): Promise<Work> {
    const known = look(id);
    return { ...known, imported: await opened.imported(id) };
  }

  /** Makes the samples' edits what `after` says; those it does not name have none. Null where
   * that is what they are. */
  async function make(
    { info, key, imported, edits }: Work,
    indices: readonly number[],
    after: readonly SampleEdit[],
    reseal: boolean,
    record: Record,
  ): Promise<number | null> {
    const next = new Map(edits);
    for (const index of indices) next.delete(index);
    for (const edit of canonicalEdits(imported, after)) next.set(edit.index, edit);
    const changed = indices.filter(
      (index) => JSON.stringify(edits.get(index)) !== JSON.stringify(next.get(index)),
    );
    if (changed.length === 0) return null;
    const all = canonicalEdits(imported, [...next.values()]);
    const edited = applyEdits(imported, all);
    if (includedSamples(edited) === 0) {
      throw new StudioError('invalid-request', 'At least one sample must stay.', {
        where: 'changes',
      });
    }
    // A run may begin while it is looked; behind the last look, what follows is done at once.
    const toLookAt = sealsToLookAt(() =>
      reseal ? [] : sealedSplits(store.runs, key.importedHash),
    );
    for (let sealed = toLookAt(); sealed; sealed = toLookAt()) {
      await refuseSealed(context, info, changed, sealed);
    }
    const pick = (from: ReadonlyMap<number, SampleEdit>) =>
      changed.flatMap((index) => from.get(index) ?? []);
    const step = store.transaction(() => {
      if ((store.edits.current(key)?.hash ?? key.importedHash) !== info.hash) throw overtaken();
      const written = record(pick(edits), pick(next));
      store.edits.enter(key, all.length === 0 ? null : stateOf(key, all, edited));
      return written;
    });
    emit({ event: 'datasets.changed', datasets: library.list() });
    return step;
  }

  /** Only what is edited is looked up in the file, and a large one takes a while to decode. */
  async function list(id: string): Promise<DatasetEdits> {
    const known = look(id);
    return listOf(known, known.edits.size === 0 ? null : await opened.imported(id));
  }

  /** Null for `imported`: there are no edits. */
  function listOf({ info, key, edits }: Known, imported: Dataset | null): DatasetEdits {
    const { undo, redo } = store.edits.next(key);
    const listed = [...edits.values()].slice(0, MOST_LISTED_EDITS);
    return {
      edits: imported ? listed.map((edit) => described(edit, imported)) : [],
      total: edits.size,
      excluded: info.edits?.excluded ?? 0,
      relabelled: info.edits?.relabelled ?? 0,
      changedAt: store.edits.changedAt(key),
      undo: undo?.indices.length ?? 0,
      redo: redo?.indices.length ?? 0,
    };
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  }

  const edit = (id: string, work: (opened: Work) => Promise<number | null>): Promise<EditOutcome> =>
    inTurn(async () => {
      const step = await work(await open(id));
      return { ...(await list(id)), step };
    });

  const asNewStep =
    ({ key }: Work): Record =>
    (before, after) =>
      store.edits.addStep(key, { before, after }, now());

  function travel({ id, reseal }: EditWish, way: 'undo' | 'redo'): Promise<EditOutcome> {
    return edit(id, (work) => {
      const step: EditStep | null = store.edits.next(work.key)[way];
      if (!step) throw nothingTo(way);
      const after = way === 'undo' ? step.before : step.after;
      return make(work, step.indices, after, reseal, () => {
        store.edits.setUndone(step.sequence, way === 'undo');
        return step.sequence;
      });
    });
  }

  function made(): MadeEdit[] {
    const steps = store.edits.made(MOST_MADE_EDITS);
    // Finding one reads its file, and most steps are of few datasets.
    const imports = new Map<string, string | undefined>();
    for (const dataset of new Set(steps.map((step) => step.dataset))) {
      const info = library.find(dataset);
      imports.set(dataset, info?.edits?.importedHash ?? info?.hash);
    }
    return (
      steps
        // Another dataset may have that name by now.
        .filter(({ dataset, importedHash }) => imports.get(dataset) === importedHash)
        .map(({ dataset, step, madeAt }) => ({ dataset, step, madeAt }))
    );
  }

  return {
    list,
    made,
    change: ({ id, reseal }, changes) =>
      edit(id, (work) => {
        const after = new Map<number, SampleEdit>();
        for (const { index, isExcluded, target } of changes) {
          const known = after.get(index) ?? work.edits.get(index);
          const edit = known ?? { index, isExcluded: false, target: null };
          after.set(index, {
            index,
            isExcluded: isExcluded ?? edit.isExcluded,
            target: target === undefined ? edit.target : targetOfChange(work.imported, target),
          });
        }
        return make(work, [...after.keys()], [...after.values()], reseal, asNewStep(work));
      }),
    undo: (wish) => travel(wish, 'undo'),
    redo: (wish) => travel(wish, 'redo'),
    inTurn,
    revert: ({ id, reseal }, indices) =>
      edit(id, (work) =>
        make(work, indices ?? [...work.edits.keys()], [], reseal, asNewStep(work)),
      ),
  };
}

function described({ index, isExcluded, target }: SampleEdit, imported: Dataset) {
  const shown = (value: number) => targetText(imported, value);
  const now = target === null ? null : shown(target);
  return {
    index,
    isExcluded,
    target: now === null ? null : { imported: shown(imported.targets[index] ?? 0), now },
  };
}

function stateOf(key: EditedKey, edits: readonly SampleEdit[], { target }: Dataset) {
  return {
    hash: editedHash(key.importedHash, edits),
    importedHash: key.importedHash,
    excluded: edits.filter(({ isExcluded }) => isExcluded).length,
    relabelled: edits.filter((edit) => edit.target !== null).length,
    target,
    edits,
  };
}

function overtaken(): StudioError {
  return new StudioError('busy', 'The dataset was edited elsewhere at the same moment.', {
    where: 'id',
    hint: 'Nothing was changed. Look at its edits and try again.',
  });
}

function nothingTo(way: 'undo' | 'redo'): StudioError {
  const message = way === 'undo' ? 'There is no edit to undo.' : 'There is no edit to redo.';
  return new StudioError('not-found', message, { where: 'id' });
}
