/**
 * What runs have measured, folded from requests and events: pure functions, no store.
 *
 * Events may overtake the request for the history, and may repeat what it holds; positions decide,
 * the newer value wins. Both lists are thinned beyond a limit so that a long run cannot fill the
 * memory of the window; the epoch of lowest validation loss always stays.
 */
import type { EpochMetrics, MetricPoint } from '../../core/contract/RunRecord.ts';
import { decimate } from '../charts/decimate.ts';

const MAXIMUM_POINTS = 4000;

export interface RunHistory {
  readonly epochs: readonly EpochMetrics[];
  readonly iterations: readonly MetricPoint[];
}

export const emptyHistory: RunHistory = { epochs: [], iterations: [] };

export function mergeHistory(history: RunHistory, added: RunHistory): RunHistory {
  const epochs = mergeByPosition(history.epochs, added.epochs, ({ epoch }) => epoch);
  const iterations = mergeByPosition(
    history.iterations,
    added.iterations,
    (point) => point.iteration,
  );
  return {
    epochs: bounded(
      epochs,
      ({ epoch }) => epoch,
      ({ validation }) => validation.loss,
    ),
    iterations: bounded(
      iterations,
      ({ iteration }) => iteration,
      ({ loss }) => loss,
    ),
  };
}

/** Without what was measured behind an iteration: a run that goes on measures it again. */
export function historyUpTo({ epochs, iterations }: RunHistory, iteration: number): RunHistory {
  return {
    epochs: epochs.filter((epoch) => epoch.iteration <= iteration),
    iterations: iterations.filter((point) => point.iteration <= iteration),
  };
}

/** Halved at a time, because thinning at every event would cost more than it saves. */
function bounded<T>(
  points: readonly T[],
  position: (point: T) => number,
  measure: (point: T) => number,
): readonly T[] {
  if (points.length <= MAXIMUM_POINTS) return points;
  return decimate(points, MAXIMUM_POINTS / 2, position, measure);
}

function mergeByPosition<T>(
  known: readonly T[],
  added: readonly T[],
  position: (item: T) => number,
): readonly T[] {
  const [first] = added;
  if (first === undefined) return known;
  const last = known.at(-1);
  if (last === undefined || position(first) > position(last)) return [...known, ...added];
  const byPosition = new Map<number, T>();
  for (const item of known) byPosition.set(position(item), item);
  for (const item of added) byPosition.set(position(item), item);
  return [...byPosition.values()].sort((a, b) => position(a) - position(b));
}
