/** The dataset library and the bundled samples. */
import { create } from 'zustand';
import type { DatasetInfo, SampleInfo } from '../../core/contract/DatasetInfo.ts';
import { request } from '../studio.ts';

interface DatasetsState {
  readonly datasets: readonly DatasetInfo[];
  readonly samples: readonly SampleInfo[];
  readonly loaded: boolean;
  load(): Promise<void>;
  put(datasets: readonly DatasetInfo[]): void;
  add(info: DatasetInfo): void;
  /** Puts a bundled sample into the library; does nothing when it is there. */
  install(id: string): Promise<DatasetInfo>;
}

export const useDatasets = create<DatasetsState>((set, get) => ({
  datasets: [],
  samples: [],
  loaded: false,
  load: async () => {
    const [datasets, samples] = await Promise.all([
      request('datasets.list', {}),
      request('samples.list', {}),
    ]);
    set({ datasets, samples, loaded: true });
  },
  put: (datasets) => set({ datasets }),
  add: (info) => set(({ datasets }) => ({ datasets: withDataset(datasets, info) })),
  install: async (id) => {
    const known = get().datasets.find((dataset) => dataset.id === id);
    const info = known ?? (await request('datasets.install', { id }));
    get().add(info);
    return info;
  },
}));

function withDataset(datasets: readonly DatasetInfo[], info: DatasetInfo): readonly DatasetInfo[] {
  return datasets.some(({ id }) => id === info.id) ? datasets : [...datasets, info];
}
