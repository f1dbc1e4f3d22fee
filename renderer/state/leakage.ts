/**
 * The leakage scan of the open experiment: in work, done or refused; the newest is kept.
 *
 * Its findings stay in sight when the experiment changes, marked as old: what a repair did is judged
 * by scanning again, not by forgetting.
 */
import { create } from 'zustand';
import type { DatasetInfo } from '../../core/contract/DatasetInfo.ts';
import type { ExperimentSpec } from '../../core/contract/ExperimentSpec.ts';
import type { LeakageKind, LeakageReport } from '../../core/contract/LeakageReport.ts';
import type { StudioError } from '../../core/contract/StudioError.ts';
import type { StudioEvent } from '../../core/contract/StudioEvent.ts';
import { request } from '../studio.ts';
import { scannedSettings } from './scannedSettings.ts';
import { importedHashOf } from './scanOf.ts';
import { toStudioError } from './toStudioError.ts';

export interface LeakageScan {
  /** By which the service tells of it. */
  readonly name: string;
  readonly dataset: string;
  /** Of what was imported: another dataset may take the name, and none of its samples were looked at. */
  readonly importedHash: string;
  /** What it looked at, see scannedSettings. */
  readonly settings: string;
  /** Null before its first step. */
  readonly progress: {
    readonly kind: LeakageKind;
    readonly step: number;
    readonly steps: number;
  } | null;
  readonly report: LeakageReport | null;
  readonly error: StudioError | null;
}

type Progress = Extract<StudioEvent, { event: 'leakage.progress' }>;

interface LeakageState {
  readonly scan: LeakageScan | null;
  start(spec: ExperimentSpec, dataset: DatasetInfo): Promise<void>;
  /** Ends the scan in work; the one before it comes back. */
  cancel(): void;
  progress(event: Progress): void;
}

let count = 0;

export const useLeakage = create<LeakageState>((set, get) => {
  let before: LeakageScan | null = null;
  const change = (name: string, changes: Partial<LeakageScan>) => {
    const { scan } = get();
    if (scan?.name === name) set({ scan: { ...scan, ...changes } });
  };
  return {
    scan: null,
    start: async (spec, dataset) => {
      get().cancel();
      before = get().scan;
      count += 1;
      const name = `leakage-${count}`;
      const settings = scannedSettings(spec, dataset.hash);
      const scanned = { dataset: dataset.id, importedHash: importedHashOf(dataset), settings };
      const begun = { ...scanned, progress: null, report: null, error: null };
      set({ scan: { name, ...begun } });
      try {
        change(name, { report: await request('experiments.leakage', { spec, trial: name }) });
      } catch (error) {
        change(name, { error: toStudioError(error) });
      }
    },
    cancel: () => {
      const { scan } = get();
      if (!scan || scan.report || scan.error) return;
      set({ scan: before });
      // One that has just ended needs no cancelling.
      request('experiments.cancelTrial', { trial: scan.name }).catch(() => undefined);
    },
    progress: ({ trial, kind, step, steps }) => change(trial, { progress: { kind, step, steps } }),
  };
});
