/**
 * Brings the service's events into the stores, once per animation frame.
 *
 * A window that is hidden, or becomes so before its next frame, draws none, so a timer runs beside
 * it: events must not pile up while nobody looks.
 */

import type { RunRecord } from '../../core/contract/RunRecord.ts';
import { StudioError, type StudioErrorData } from '../../core/contract/StudioError.ts';
import type { StudioEvent } from '../../core/contract/StudioEvent.ts';
import { showError } from '../actions/showError.ts';
import { tellTakeOver } from '../actions/tellTakeOver.ts';
import { desktop } from '../studio.ts';
import { useDatasets } from './datasets.ts';
import { useDevices } from './devices.ts';
import { useEditOrder } from './editOrder.ts';
import { useImporting } from './importing.ts';
import { useLeakage } from './leakage.ts';
import { reduceRunEvents } from './reduceRunEvents.ts';
import { useRuns } from './runs.ts';
import { useTrials } from './trials.ts';

const HIDDEN_INTERVAL_MILLISECONDS = 500;

/** Returns the function that ends it. */
export function startEventStream(): () => void {
  let queue: StudioEvent[] = [];
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    const events = queue;
    queue = [];
    const before = new Map(useRuns.getState().runs.map((run) => [run.id, run]));
    useRuns.setState((state) => reduceRunEvents(state, events));
    for (const event of events) {
      applyOther(event, before);
      if (event.event === 'run.changed') before.set(event.run.id, event.run);
    }
  };
  return desktop.onEvent((event) => {
    queue.push(event);
    if (queue.length > 1) return;
    frame = requestAnimationFrame(flush);
    timer = setTimeout(flush, HIDDEN_INTERVAL_MILLISECONDS);
  });
}

/** `before`: the runs as they were. */
function applyOther(event: StudioEvent, before: ReadonlyMap<string, RunRecord>): void {
  if (event.event === 'run.changed') {
    tellTakeOver(before.get(event.run.id), event.run);
  }
  if (event.event === 'datasets.changed') {
    useDatasets.getState().put(event.datasets);
    useEditOrder.getState().keepOnly(new Set(event.datasets.map(({ id }) => id)));
  }
  if (event.event === 'import.progress') {
    const { path, fraction, rows, secondsLeft } = event;
    useImporting.getState().progress(path, { fraction, rows, secondsLeft });
  }
  if (event.event === 'trial.progress') useTrials.getState().progress(event);
  if (event.event === 'selfTest.progress') useDevices.getState().progress(event);
  if (event.event === 'leakage.progress') useLeakage.getState().progress(event);
  if (event.event === 'error') tell(event.error);
}

function tell(error: StudioErrorData): void {
  showError(StudioError.fromData(error));
  // Its runs ended with it, and nobody is left to tell of each: the store knows.
  if (error.code === 'service-crashed') useRuns.getState().load().catch(showError);
}
