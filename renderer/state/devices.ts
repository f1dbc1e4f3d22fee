/** What this computer can train on, and the self-test of it: in work, done or refused. */
import { create } from 'zustand';
import type { DeviceReport } from '../../core/contract/DeviceReport.ts';
import type { SelfTestReport } from '../../core/contract/SelfTestReport.ts';
import type { StudioError } from '../../core/contract/StudioError.ts';
import type { StudioEvent } from '../../core/contract/StudioEvent.ts';
import { request } from '../studio.ts';
import { toStudioError } from './toStudioError.ts';

type Progress = Omit<Extract<StudioEvent, { event: 'selfTest.progress' }>, 'event'>;

export interface SelfTestState {
  /** Null before its first executor. */
  readonly progress: Progress | null;
  readonly report: SelfTestReport | null;
  readonly error: StudioError | null;
}

interface DevicesState {
  readonly report: DeviceReport | null;
  readonly error: StudioError | null;
  readonly isLooking: boolean;
  readonly selfTest: SelfTestState | null;
  /** What is known, at once; with `again` it is looked for anew. */
  look(again: boolean): Promise<void>;
  startTest(): Promise<void>;
  /** Ends the test in work and forgets it. */
  cancelTest(): void;
  progress(event: Progress): void;
}

/** Of the test in work; another one has nothing to say. */
let current = 0;
/** Resolves when what was cancelled has ended. */
let ending: Promise<unknown> = Promise.resolve();

export const useDevices = create<DevicesState>((set, get) => ({
  report: null,
  error: null,
  isLooking: false,
  selfTest: null,
  look: async (again) => {
    if (get().isLooking) return;
    set({ isLooking: true, error: null });
    try {
      set({ report: await request('devices.get', { again }) });
    } catch (error) {
      set({ error: toStudioError(error) });
    } finally {
      set({ isLooking: false });
    }
  },
  startTest: async () => {
    const begun: SelfTestState = { progress: null, report: null, error: null };
    set({ selfTest: begun });
    current += 1;
    const own = current;
    const isMine = () => own === current;
    try {
      await ending;
      if (!isMine()) return;
      const report = await request('devices.selfTest', {});
      if (isMine()) set({ selfTest: { ...begun, report } });
    } catch (error) {
      if (isMine()) set({ selfTest: { ...begun, error: toStudioError(error) } });
    }
  },
  cancelTest: () => {
    set({ selfTest: null });
    current += 1;
    // One that has just ended needs no cancelling.
    ending = request('devices.cancelSelfTest', {}).catch(() => undefined);
  },
  progress: ({ executor, results, executors }) => {
    const { selfTest } = get();
    if (!selfTest || selfTest.report || selfTest.error) return;
    set({ selfTest: { ...selfTest, progress: { executor, results, executors } } });
  },
}));
