/** An epoch as a row of the store; a loss that is not finite is NULL there and NaN here. */
import type { EpochMetrics } from '../../../core/contract/RunRecord.ts';

export interface EpochRow {
  readonly epoch: number;
  readonly iteration: number;
  readonly learning_rate: number;
  readonly train_loss: number | null;
  readonly train_accuracy: number | null;
  readonly validation_loss: number | null;
  readonly validation_accuracy: number | null;
  readonly seconds: number;
  readonly penalty: number | null;
  readonly gradient_norm: number | null;
}

export function toEpochMetrics(row: EpochRow): EpochMetrics {
  return {
    epoch: row.epoch,
    iteration: row.iteration,
    learningRate: row.learning_rate,
    train: { loss: row.train_loss ?? Number.NaN, accuracy: row.train_accuracy },
    validation: { loss: row.validation_loss ?? Number.NaN, accuracy: row.validation_accuracy },
    penalty: row.penalty,
    gradientNorm: row.gradient_norm,
    seconds: row.seconds,
  };
}

/** In the order of the columns of EpochRow. */
export function toEpochValues(metrics: EpochMetrics): (number | null)[] {
  return [
    metrics.epoch,
    metrics.iteration,
    metrics.learningRate,
    finiteOrNull(metrics.train.loss),
    finiteOrNull(metrics.train.accuracy),
    finiteOrNull(metrics.validation.loss),
    finiteOrNull(metrics.validation.accuracy),
    metrics.seconds,
    finiteOrNull(metrics.penalty),
    finiteOrNull(metrics.gradientNorm),
  ];
}

export function finiteOrNull(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}
