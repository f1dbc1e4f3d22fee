/**
 * The file or folder that is about to be imported: what was found in it, what the person chose, how
 * far it is.
 *
 * Every choice looks into the file again, one look at a time and the newest question next; the last
 * good answer stays in sight, so that a choice that fails can be taken back. Choices are kept for
 * each path while the window is open: neither an error nor leaving costs them. Of several things
 * that were dropped or chosen together one is open, and the others wait until it is imported or
 * discarded.
 */
import { create } from 'zustand';
import type { DatasetInfo } from '../../core/contract/DatasetInfo.ts';
import type { FileInspection } from '../../core/contract/FileInspection.ts';
import type { ImportChoices } from '../../core/contract/ImportOptions.ts';
import type { StudioResult } from '../../core/contract/StudioApi.ts';
import type { StudioError } from '../../core/contract/StudioError.ts';
import type { StudioEvent } from '../../core/contract/StudioEvent.ts';
import { request } from '../studio.ts';
import { useDatasets } from './datasets.ts';
import { toStudioError } from './toStudioError.ts';

export type ImportProgress = Omit<
  Extract<StudioEvent, { event: 'import.progress' }>,
  'event' | 'path'
>;

export interface ImportDraft {
  readonly path: string;
  /** In the library; empty for the file's. */
  readonly name: string;
  readonly choices: ImportChoices;
  /** The newest look that succeeded. */
  readonly inspection: FileInspection | null;
  readonly isLooking: boolean;
  /** Why the look with these choices, or the import itself, failed. */
  readonly problem: StudioError | null;
  /** Null while it is not being imported. */
  readonly progress: ImportProgress | null;
}

/** Whether it is known already that the import stops, so that it need not be tried. */
export const isRefused = ({ inspection }: ImportDraft): boolean =>
  (inspection?.refusals.length ?? 0) > 0;

interface ImportingState {
  readonly forms: StudioResult<'datasets.importForms'> | null;
  readonly draft: ImportDraft | null;
  /** Paths whose turn comes next. */
  readonly waiting: readonly string[];
  /** Opens the first, and lets the others wait; all of them, while another import is in work. */
  open(...paths: readonly string[]): void;
  /** Takes one out of those that wait. */
  skip(path: string): void;
  choose(choices: ImportChoices): void;
  rename(name: string): void;
  /** Null when it failed or was cancelled; else the next that waits is open. */
  run(): Promise<DatasetInfo | null>;
  cancel(): void;
  /** Discards what is open, and opens the next that waits. */
  close(): void;
  progress(path: string, progress: ImportProgress): void;
}

const remembered = new Map<string, ImportChoices>();
const begun: ImportProgress = { fraction: 0, rows: 0, secondsLeft: null };
let isBusy = false;

export const useImporting = create<ImportingState>((set, get) => ({
  forms: null,
  draft: null,
  waiting: [],
  open: (...paths) => {
    const { draft: before, waiting } = get();
    const [path, ...others] = before?.progress ? [before.path, ...paths] : paths;
    const isNew = (one: string, at: number, all: readonly string[]) =>
      one !== path && all.indexOf(one) === at;
    set({ waiting: [...waiting, ...others].filter(isNew) });
    if (path === undefined || before?.progress) return;
    const choices = remembered.get(path) ?? {};
    const kept = before?.path === path ? before : null;
    set({
      draft: {
        ...{ path, choices, name: kept?.name ?? '', inspection: kept?.inspection ?? null },
        ...{ isLooking: true, problem: null, progress: null },
      },
    });
    void look();
  },
  skip: (path) => set(({ waiting }) => ({ waiting: waiting.filter((one) => one !== path) })),
  choose: (choices) => {
    const { draft } = get();
    if (!draft) return;
    remembered.set(draft.path, choices);
    set({ draft: { ...draft, choices, isLooking: true } });
    void look();
  },
  rename: (name) => set(({ draft }) => (draft ? { draft: { ...draft, name } } : {})),
  run: async () => {
    const { draft } = get();
    if (!draft || draft.progress) return null;
    const { path, choices } = draft;
    const name = draft.name.trim();
    set({ draft: { ...draft, progress: begun, problem: null } });
    try {
      const wish = { path, options: choices, ...(name && { name }) };
      const info = await request('datasets.import', wish);
      useDatasets.getState().add(info);
      remembered.delete(path);
      openNext();
      return info;
    } catch (thrown) {
      const error = toStudioError(thrown);
      const problem = error.code === 'cancelled' ? null : error;
      set(({ draft: now }) => (now ? { draft: { ...now, progress: null, problem } } : {}));
      return null;
    }
  },
  cancel: () => {
    const { draft } = get();
    if (draft) void request('datasets.cancelImport', { path: draft.path });
  },
  close: openNext,
  progress: (path, progress) =>
    set(({ draft }) =>
      draft?.path === path && draft.progress ? { draft: { ...draft, progress } } : {},
    ),
}));

function openNext(): void {
  const { waiting, open } = useImporting.getState();
  useImporting.setState({ draft: null });
  const [next] = waiting;
  if (next !== undefined) open(next);
}

async function look(): Promise<void> {
  if (isBusy) return;
  isBusy = true;
  const { getState, setState } = useImporting;
  for (let asked = getState().draft; asked?.isLooking; asked = getState().draft) {
    const answer = await ask(asked);
    const now = getState().draft;
    const isAnswered = now?.path === asked.path && now.choices === asked.choices;
    if (isAnswered) setState({ draft: { ...now, ...answer, isLooking: false } });
  }
  isBusy = false;
}

async function ask({ path, choices }: ImportDraft) {
  try {
    if (useImporting.getState().forms === null) {
      useImporting.setState({ forms: await request('datasets.importForms', {}) });
    }
    const inspection = await request('datasets.inspect', { path, options: choices });
    return { inspection, problem: null };
  } catch (error) {
    return { problem: toStudioError(error) };
  }
}
