/** The dataset library, the bundled samples, and imports in work. */
import { create } from 'zustand';
import type { DatasetInfo, SampleInfo } from '../../core/contract/DatasetInfo.ts';
import type { StudioError } from '../../core/contract/StudioError.ts';
import { request } from '../studio.ts';
import { toStudioError } from './toStudioError.ts';

export interface ImportJob {
  readonly path: string;
  /** The share of the file that is read, in [0, 1]; null until it is told. */
  readonly fraction: number | null;
  readonly error: StudioError | null;
}

interface DatasetsState {
  readonly datasets: readonly DatasetInfo[];
  readonly samples: readonly SampleInfo[];
  readonly job: ImportJob | null;
  readonly loaded: boolean;
  load(): Promise<void>;
  put(datasets: readonly DatasetInfo[]): void;
  progress(path: string, fraction: number): void;
  /** Puts a bundled sample into the library; does nothing when it is there. */
  install(id: string): Promise<DatasetInfo>;
  /** Null when it failed; `job.error` says why. */
  importFrom(path: string, target?: string): Promise<DatasetInfo | null>;
  dismissImport(): void;
}

export const useDatasets = create<DatasetsState>((set, get) => ({
  datasets: [],
  samples: [],
  job: null,
  loaded: false,
  load: async () => {
    const [datasets, samples] = await Promise.all([
      request('datasets.list', {}),
      request('samples.list', {}),
    ]);
    set({ datasets, samples, loaded: true });
  },
  put: (datasets) => set({ datasets }),
  progress: (path, fraction) =>
    set(({ job }) => (job?.path === path ? { job: { ...job, fraction } } : {})),
  install: async (id) => {
    const known = get().datasets.find((dataset) => dataset.id === id);
    const info = known ?? (await request('datasets.install', { id }));
    set(({ datasets }) => ({ datasets: withDataset(datasets, info) }));
    return info;
  },
  importFrom: async (path, target) => {
    set({ job: { path, fraction: null, error: null } });
    try {
      const info = await request('datasets.import', {
        path,
        options: target ? { target } : {},
      });
      set(({ datasets }) => ({ datasets: withDataset(datasets, info), job: null }));
      return info;
    } catch (error) {
      set({ job: { path, fraction: null, error: toStudioError(error) } });
      return null;
    }
  },
  dismissImport: () => set({ job: null }),
}));

function withDataset(datasets: readonly DatasetInfo[], info: DatasetInfo): readonly DatasetInfo[] {
  return datasets.some(({ id }) => id === info.id) ? datasets : [...datasets, info];
}
