import { create } from 'zustand';
import type { ImportedModel } from '../../core/contract/ImportedModel.ts';

interface PendingModel {
  /**
   * A model that came as a file and is to become an experiment; null for none. It waits until an
   * experiment is opened, its own or another.
   */
  readonly model: ImportedModel | null;
}

export const usePendingModel = create<PendingModel>(() => ({ model: null }));
