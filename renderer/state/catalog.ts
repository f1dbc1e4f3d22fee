/** What the studio can do, asked once. */
import { create } from 'zustand';
import type { Catalog, ComponentDescriptor } from '../../core/contract/Catalog.ts';
import type { StudioResult } from '../../core/contract/StudioApi.ts';
import { request } from '../studio.ts';

export type CatalogGroup = keyof Catalog;

interface CatalogState {
  readonly catalog: Catalog;
  readonly info: StudioResult<'studio.info'> | null;
  load(): Promise<void>;
}

export const useCatalog = create<CatalogState>((set) => ({
  catalog: {
    layers: [],
    losses: [],
    optimizers: [],
    schedules: [],
    warmups: [],
    gradientClippings: [],
    initializations: [],
    imageAugmentations: [],
    textAugmentations: [],
    batchAugmentations: [],
    tokenizers: [],
    vectorizers: [],
  },
  info: null,
  load: async () => {
    const [catalog, info] = await Promise.all([
      request('catalog.get', {}),
      request('studio.info', {}),
    ]);
    set({ catalog, info });
  },
}));

export function useDescriptor(group: CatalogGroup, type: string): ComponentDescriptor | null {
  return useCatalog(({ catalog }) => catalog[group].find((one) => one.type === type) ?? null);
}
