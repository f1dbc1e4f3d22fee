/**
 * The few numbers of a history that a diagnosis is made from.
 *
 * Single epochs are noisy, most of all on small validation splits, so everything is read off
 * medians: of three neighbouring epochs, and of the last fifth of the run, at most five epochs.
 * What a run keeps is told as it is: the epoch with the lowest loss of all.
 *
 * Every epoch measures the same validation samples: which ones were drawn, and how few, moves all losses
 * alike, and drops out of the difference between two epochs. What is left there is how much the weights
 * of one epoch differ from those of the next, the `noise`. A rise that lasts is therefore clearer than
 * its epochs one by one: the noise of a median over k epochs is smaller by √k. `lasting` holds such.
 *
 * `skill` puts accuracies on one scale: 0 for always naming the largest class, 1 for no mistake.
 * Numbers have no such floor; there it is the share of the first epoch's loss that is gone.
 *
 * A loss may be exactly 0, and a change has no share of that: it is then one of the largest loss.
 */
import type { DatasetTarget } from '../../contract/DatasetInfo.ts';
import type { EpochMetrics, SplitMetrics } from '../../contract/RunRecord.ts';

export interface SplitSignals {
  /** Recent: the median of the last epochs. */
  readonly loss: number;
  /** Recent; null for numbers. */
  readonly accuracy: number | null;
  /** Recent. */
  readonly skill: number;
  /** The best of the medians of three neighbouring epochs. */
  readonly bestLoss: number;
  readonly bestSkill: number;
  readonly bestAccuracy: number | null;
}

/** Medians over as many neighbouring epochs as make a fifth of the run. */
export interface LastingSignals {
  readonly epochs: number;
  /** The validation loss of the last ones, and the lowest of any. */
  readonly loss: number;
  readonly bestLoss: number;
  /** The training loss of the last ones, and of those around the turning epoch. */
  readonly trainLoss: number;
  readonly turningTrainLoss: number;
}

export interface HistorySignals {
  readonly epochs: number;
  readonly learningRate: number;
  readonly train: SplitSignals;
  readonly validation: SplitSignals;
  /** The epoch of the lowest validation loss, whose weights a run keeps. */
  readonly kept: EpochMetrics;
  /** Of the lowest validation loss by medians of three: from here on it rises. */
  readonly turningEpoch: number;
  /** How far the recent validation loss lies above its best, relative to it. */
  readonly rise: number;
  /** The same above that of the kept epoch. */
  readonly keptRise: number;
  /** The typical change of the validation loss between two epochs of the later half. */
  readonly noise: number;
  /** The same over fifths of the run. */
  readonly lasting: LastingSignals;
  /** Share of the validation loss that went away in the last third, 5 epochs at least. */
  readonly lateGain: number;
  /** From this epoch on the validation loss stays within 1 % of the recent one. */
  readonly stillSince: number;
  readonly firstTrainLoss: number;
  /** The largest of any epoch, on either split. */
  readonly worstLoss: number;
}

const RECENT_SHARE = 5;
const MOST_RECENT = 5;
const MEDIANS_IN_A_FIFTH = 12;
const LATE_SHARE = 3;
const FEWEST_LATE = 5;
const STILL = 0.01;

/** `history` holds at least one epoch. */
export function historySignals(
  history: readonly EpochMetrics[],
  target: DatasetTarget,
): HistorySignals {
  const epochs = history.length;
  const measured = history.map(({ validation }) => validation.loss);
  const validationLosses = smoothed(measured);
  const validation = splitSignals(
    history.map((epoch) => epoch.validation),
    target,
  );
  const turningEpoch = validationLosses.indexOf(validation.bestLoss) + 1;
  const late = Math.max(FEWEST_LATE, Math.ceil(epochs / LATE_SHARE));
  const before = validationLosses[Math.max(0, epochs - late)];
  const kept = history.reduce((best, one) =>
    one.validation.loss < best.validation.loss ? one : best,
  );
  const share = shareOf(measured);
  const isStill = (loss: number) => Math.abs(loss - validation.loss) <= STILL * validation.loss;
  return {
    epochs,
    learningRate: history[0].learningRate,
    train: splitSignals(
      history.map((epoch) => epoch.train),
      target,
    ),
    validation,
    kept,
    turningEpoch,
    rise: share(validation.loss - validation.bestLoss, validation.bestLoss),
    keptRise: share(validation.loss - kept.validation.loss, kept.validation.loss),
    noise: typicalChange(history.slice(Math.floor(epochs / 2))),
    lasting: lastingSignals(history, turningEpoch),
    lateGain: share(before - validation.loss, before),
    stillSince: validationLosses.findLastIndex((loss) => !isStill(loss)) + 2,
    firstTrainLoss: history[0].train.loss,
    worstLoss: Math.max(...history.map(largestLoss)),
  };
}

export function largestLoss({ train, validation }: EpochMetrics): number {
  return Math.max(train.loss, validation.loss);
}

/** Of a loss of 0 a number, too: a diagnosis holds none that is not finite. */
function shareOf(losses: readonly number[]): (change: number, whole: number) => number {
  const largest = Math.max(...losses);
  return (change, whole) => (change === 0 ? 0 : change / (whole || largest));
}

function typicalChange(history: readonly EpochMetrics[]): number {
  const losses = history.map(({ validation }) => validation.loss);
  if (losses.length < 2) return 0;
  return median(losses.slice(1).map((loss, index) => Math.abs(loss - losses[index])));
}

function lastingSignals(history: readonly EpochMetrics[], turningEpoch: number): LastingSignals {
  const epochs = Math.ceil(history.length / RECENT_SHARE);
  const last = history.length - epochs;
  const medianFrom = (split: 'train' | 'validation') => (start: number) =>
    median(history.slice(start, start + epochs).map((epoch) => epoch[split].loss));
  const [train, validation] = [medianFrom('train'), medianFrom('validation')];
  const turning = Math.max(0, Math.min(last, turningEpoch - 1 - Math.floor(epochs / 2)));
  // Medians of nearly the same epochs are nearly the same; a run may have a million epochs.
  const step = Math.ceil(epochs / MEDIANS_IN_A_FIFTH);
  const starts = Array.from({ length: Math.ceil(last / step) }, (_, place) => place * step);
  return {
    epochs,
    loss: validation(last),
    bestLoss: Math.min(...[...starts, last].map(validation)),
    trainLoss: train(last),
    turningTrainLoss: train(turning),
  };
}

function splitSignals(split: readonly SplitMetrics[], target: DatasetTarget): SplitSignals {
  const losses = split.map(({ loss }) => loss);
  const loss = recent(losses);
  const bestLoss = Math.min(...smoothed(losses));
  const accuracies = split.flatMap(({ accuracy }) => accuracy ?? []);
  if (target.kind === 'number' || accuracies.length < split.length) {
    const share = shareOf(losses);
    const skillOf = (value: number) => 1 - share(value, losses[0]);
    const skills = { skill: skillOf(loss), bestSkill: skillOf(bestLoss) };
    return { loss, bestLoss, accuracy: null, bestAccuracy: null, ...skills };
  }
  const samples = target.counts.reduce((total, count) => total + count, 0);
  const floor = Math.max(...target.counts) / samples;
  const skillOf = (accuracy: number) => (floor === 1 ? 1 : (accuracy - floor) / (1 - floor));
  const accuracy = recent(accuracies);
  const bestAccuracy = Math.max(...smoothed(accuracies));
  const skills = { skill: skillOf(accuracy), bestSkill: skillOf(bestAccuracy) };
  return { loss, bestLoss, accuracy, bestAccuracy, ...skills };
}

function recent(values: readonly number[]): number {
  const count = Math.max(1, Math.min(MOST_RECENT, Math.floor(values.length / RECENT_SHARE)));
  return median(values.slice(-count));
}

function smoothed(values: readonly number[]): number[] {
  return values.map((_, index) => median(values.slice(Math.max(0, index - 1), index + 2)));
}

/** The lower of the two in the middle. */
function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.floor((sorted.length - 1) / 2)];
}
