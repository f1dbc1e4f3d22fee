/**
 * Brings the service's events into the stores, once per animation frame.
 *
 * A hidden window draws no frames, so a timer stands in: events must not pile up while nobody
 * looks.
 */
import { toast } from 'sonner';
import type { StudioEvent } from '../../core/contract/StudioEvent.ts';
import { desktop } from '../studio.ts';
import { useDatasets } from './datasets.ts';
import { reduceRunEvents } from './reduceRunEvents.ts';
import { useRuns } from './runs.ts';

const HIDDEN_INTERVAL_MILLISECONDS = 500;

/** Returns the function that ends it. */
export function startEventStream(): () => void {
  let queue: StudioEvent[] = [];
  const flush = () => {
    const events = queue;
    queue = [];
    useRuns.setState((state) => reduceRunEvents(state, events));
    for (const event of events) applyOther(event);
  };
  return desktop.onEvent((event) => {
    queue.push(event);
    if (queue.length > 1) return;
    if (document.hidden) setTimeout(flush, HIDDEN_INTERVAL_MILLISECONDS);
    else requestAnimationFrame(flush);
  });
}

function applyOther(event: StudioEvent): void {
  const datasets = useDatasets.getState();
  if (event.event === 'datasets.changed') datasets.put(event.datasets);
  if (event.event === 'import.progress') datasets.progress(event.path, event.fraction);
  if (event.event === 'error') {
    toast.error(event.error.message, { description: event.error.hint ?? undefined });
  }
}
