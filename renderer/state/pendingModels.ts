import { create } from 'zustand';
import type { ImportedModel } from '../../core/contract/ImportedModel.ts';

interface PendingModels {
  /**
   * Models that came as files and are to become experiments, in their order. Each waits until it has
   * become one, or is discarded: what else is opened or imported meanwhile does not cost it.
   */
  readonly models: readonly ImportedModel[];
  add(model: ImportedModel): void;
  remove(id: string): void;
}

export const usePendingModels = create<PendingModels>((set) => {
  const without = (models: PendingModels['models'], id: string) =>
    models.filter((one) => one.id !== id);
  return {
    models: [],
    add: (model) => set(({ models }) => ({ models: [...without(models, model.id), model] })),
    remove: (id) => set(({ models }) => ({ models: without(models, id) })),
  };
});
