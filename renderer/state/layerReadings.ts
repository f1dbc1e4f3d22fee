/**
 * What was seen inside the networks of runs: asked for on demand, because it takes a process and a
 * moment; the newest of each run is kept.
 */
import { create } from 'zustand';
import type { LayerStatistics } from '../../core/contract/LayerStatistics.ts';
import type { StudioError } from '../../core/contract/StudioError.ts';
import { request } from '../studio.ts';
import { toStudioError } from './toStudioError.ts';

export interface LayerReadings {
  readonly isMeasuring: boolean;
  /** Stays in sight while the next is measured. */
  readonly statistics: LayerStatistics | null;
  readonly error: StudioError | null;
}

interface LayerReadingsState {
  /** By run. */
  readonly readings: Readonly<Record<string, LayerReadings>>;
  /** With the newest weights, or those of an epoch. */
  measure(run: string, epoch?: number): Promise<void>;
}

export const useLayerReadings = create<LayerReadingsState>((set, get) => ({
  readings: {},
  measure: async (run, epoch) => {
    const put = (changes: Partial<LayerReadings>) =>
      set(({ readings }) => {
        const known = readings[run] ?? { isMeasuring: false, statistics: null, error: null };
        return { readings: { ...readings, [run]: { ...known, ...changes } } };
      });
    if (get().readings[run]?.isMeasuring) return;
    put({ isMeasuring: true, error: null });
    try {
      const wanted = epoch === undefined ? { run } : { run, epoch };
      put({ statistics: await request('runs.layerStatistics', wanted), isMeasuring: false });
    } catch (error) {
      put({ error: toStudioError(error), isMeasuring: false });
    }
  },
}));
