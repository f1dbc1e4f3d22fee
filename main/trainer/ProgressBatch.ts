/**
 * Gathers what training tells into messages, at most 20 a second however fast the epochs are.
 *
 * Of the epochs in one message only some sets of weights can matter later: the last one's, to go on
 * from, the best one's, to use, and every n-th where the experiment wants them. The others are never
 * encoded.
 */
import type { GuardFinding } from '../../core/contract/GuardFinding.ts';
import type { EpochMetrics, MetricPoint } from '../../core/contract/RunRecord.ts';
import { encodeSafetensors } from '../../core/model/safetensors.ts';
import type { Checkpoint, TrainingEvent } from '../../core/training/TrainingEvent.ts';
import type { IterationColumns, TrainerMessage } from './TrainerProtocol.ts';

const MILLISECONDS_BETWEEN_MESSAGES = 50;

type ProgressEvent = Extract<TrainingEvent, { type: 'iterations' | 'epoch' | 'divergence' }>;
type ProgressMessage = Extract<TrainerMessage, { kind: 'progress' }>;

interface EpochWeights {
  readonly epoch: number;
  readonly checkpoint: Checkpoint;
}

export interface ProgressBatch {
  add(event: ProgressEvent): void;
  /**
   * The message, when there is something to tell and, unless `isLast`, enough time has passed; else
   * null.
   */
  take(now: number, isLast: boolean): ProgressMessage | null;
}

/** `checkpointEvery`: the epochs between two whose weights are kept whatever they are. */
export function createProgressBatch(checkpointEvery?: number | undefined): ProgressBatch {
  let points: MetricPoint[] = [];
  let epochs: EpochMetrics[] = [];
  let findings: GuardFinding[] = [];
  let latest: ProgressEvent | null = null;
  let lastWeights: EpochWeights | null = null;
  let bestWeights: EpochWeights | null = null;
  let wantedWeights: EpochWeights[] = [];
  let bestEpoch: number | null = null;
  let lastTaken = Number.NEGATIVE_INFINITY;

  function addEpoch(event: Extract<ProgressEvent, { type: 'epoch' }>) {
    const { metrics, checkpoint, isBest } = event;
    epochs.push(metrics);
    findings.push(...event.findings);
    lastWeights = { epoch: metrics.epoch, checkpoint };
    if (checkpointEvery && metrics.epoch % checkpointEvery === 0) wantedWeights.push(lastWeights);
    if (!isBest) return;
    bestWeights = lastWeights;
    bestEpoch = metrics.epoch;
  }

  return {
    add(event) {
      latest = event;
      if (event.type === 'iterations') points.push(...event.points);
      else if (event.type === 'epoch') addEpoch(event);
      else findings.push(...event.findings);
    },
    take(now, isLast) {
      if (!latest || !(isLast || now - lastTaken >= MILLISECONDS_BETWEEN_MESSAGES)) return null;
      const message: ProgressMessage = {
        kind: 'progress',
        progress: latest.progress,
        iterations: toColumns(points),
        epochs,
        findings,
        bestEpoch,
        checkpoints: encodeWeights(...wantedWeights, lastWeights, bestWeights),
      };
      [points, epochs, findings, wantedWeights] = [[], [], [], []];
      [latest, lastWeights, bestWeights] = [null, null, null];
      lastTaken = now;
      return message;
    },
  };
}

function encodeWeights(...kept: readonly (EpochWeights | null)[]): ProgressMessage['checkpoints'] {
  const distinct = new Set(kept.filter((weights) => weights !== null));
  return [...distinct].map(({ epoch, checkpoint }) => ({
    epoch,
    data: encodeSafetensors(checkpoint),
  }));
}

function toColumns(points: readonly MetricPoint[]): IterationColumns {
  return {
    iteration: Float64Array.from(points, (point) => point.iteration),
    epoch: Float64Array.from(points, (point) => point.epoch),
    loss: Float64Array.from(points, (point) => point.loss),
    learningRate: Float64Array.from(points, (point) => point.learningRate),
    gradientNorm: points.some((point) => point.gradientNorm !== null)
      ? Float64Array.from(points, (point) => point.gradientNorm ?? Number.NaN)
      : null,
  };
}
