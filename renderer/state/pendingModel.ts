import { create } from 'zustand';
import type { ImportedModel } from '../../core/contract/ImportedModel.ts';

interface PendingModel {
  /** A model that came as a file and is to become an experiment; null for none. */
  readonly model: ImportedModel | null;
}

export const usePendingModel = create<PendingModel>(() => ({ model: null }));
