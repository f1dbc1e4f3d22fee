/**
 * One rule per state, in the order in which they are asked: what ends a run or makes its result
 * worthless first, what is merely improvable last. The first that holds is the diagnosis.
 *
 * The thresholds were set on histories of real trainings. Of each kind core/golden/histories.json holds
 * three, of which some were chosen for showing it; beside each threshold stands what those three show.
 */
import type { Diagnosis, DiagnosisState } from '../../contract/Diagnosis.ts';
import type { EpochMetrics } from '../../contract/RunRecord.ts';
import type { DiagnosisContext } from './DiagnosisContext.ts';
import { type HistorySignals, largestLoss } from './historySignals.ts';
import { lowerLearningRate, remedy } from './remedies.ts';

export interface Case {
  readonly history: readonly EpochMetrics[];
  readonly signals: HistorySignals;
  readonly context: DiagnosisContext;
}

/** Everything but the sentences. */
export type Finding = Omit<Diagnosis, 'state' | 'explanation'>;

interface Rule {
  readonly state: DiagnosisState;
  /** Null: does not hold. */
  find(given: Case): Finding | null;
}

/** Fewer epochs show nothing but the start. */
const FEWEST_EPOCHS = 5;
/** A classifier no better than naming the largest class. Lost runs: 0.02 at most. */
const NO_SKILL = 0.05;
/** What a run must once have known to have lost it. */
const SOME_SKILL = 0.1;
/** Or how far its loss was above that of guessing: stuck runs stay within 1.02. */
const OVERSHOT = 1.25;
/**
 * Or how restless its loss is, as a share of it, while it does not fall: a slow learner's falls.
 * Lost runs: 0.005 and more, stuck ones 0.0006.
 */
const RESTLESS = 0.003;
/** The loss is back where it started, and so many times its best. */
const EXPLOSION = 3;
/** Recorded leaks reach 0.997 within two epochs, honest runs 0.97. */
const TOO_GOOD = 0.995;
const EARLY_EPOCHS = 2;
/**
 * Wrong labels cost 0.09 and more of the best validation accuracy, overfitting alone 0.005; where there
 * are 30 samples, 0.1, which the gap tells apart: it is 0.09 there, and 0.27 and more with wrong labels.
 */
const ACCURACY_DROP = 0.05;
const MEMORIZED_GAP = 0.2;
/**
 * A rise must be worth naming and stand out from the noise: by 7.7 and more, but for one that lasts; in
 * good runs by 4.9 at most.
 */
const OVERFIT_RISE = 0.05;
const NOISES = 5;
/**
 * Or it lasts, and then epochs may swing as far. Medians over k epochs, a fifth of the run each, differ
 * by 1.8 / √k noises where each epoch swings for itself, and the lowest of several lies too low by about
 * as much; three times that, and some more for waves over several epochs, are this many / √k. Recorded
 * rises reach 16 and more, good runs 8; but so few are recorded. Of 16 seeds of the bundled iris, three
 * lie between after 40 epochs, at 9.6, 12 and 14, with rises of a fourth to a half: no gap is there.
 */
const LASTING_NOISES = 10;
const LASTING_RISE = 0.1;
/** Seen in a chart: to be told of, though it does not stand out from the noise. */
const LARGE_RISE = 0.25;
/** Standing still: 0.0002 at most; the slowest recorded learner still gained 0.0026. */
const NO_GAIN = 0.0015;
/** What dropout and shuffling alone do to a training loss. */
const UNMOVED = 0.01;
const GOOD_SKILL = 0.9;
const POOR_SKILL = 0.5;
/** Worth going on. */
const LARGE_GAIN = 0.05;
/** But not where the last epochs stand still, or where the gain is no larger than its noise. */
const FLAT_EPOCHS = 8;
const CLEAR_GAIN = 3;

/** A number was no longer finite: in a measured epoch, or in the one that was never finished. */
const breakdown: Rule = {
  state: 'divergence',
  find({ history, signals: { epochs, learningRate }, context }) {
    const broken = history.findIndex((one) => !Number.isFinite(largestLoss(one)));
    if (!context.hasDiverged && broken < 0) return null;
    return {
      sinceEpoch: (broken < 0 ? epochs : broken) + 1,
      numbers: { learningRate },
      remedies: [lowerLearningRate(learningRate), remedy('clip-gradients')],
    };
  },
};

const divergence: Rule = {
  state: 'divergence',
  find({ history, signals, context }) {
    const { train, validation, firstTrainLoss, worstLoss, noise, learningRate } = signals;
    const isBackAtStart =
      train.loss >= firstTrainLoss &&
      train.loss >= EXPLOSION * train.bestLoss &&
      // Of losses that are all 0, none rose.
      train.loss > train.bestLoss;
    const known = Math.max(train.bestSkill, validation.bestSkill);
    const isLost =
      context.target.kind === 'class' &&
      Math.max(train.skill, validation.skill) < NO_SKILL &&
      (known > SOME_SKILL ||
        worstLoss > OVERSHOT * train.loss ||
        (noise > RESTLESS * validation.loss && train.loss >= firstTrainLoss));
    if (!isBackAtStart && !isLost) return null;
    return {
      sinceEpoch: history.findIndex((one) => largestLoss(one) === worstLoss) + 1,
      numbers: { trainLoss: train.loss, worstLoss, learningRate },
      remedies: [lowerLearningRate(learningRate), remedy('clip-gradients')],
    };
  },
};

const tooEarly: Rule = {
  state: 'too-early',
  find: ({ signals: { epochs } }) =>
    epochs < FEWEST_EPOCHS ? { sinceEpoch: null, numbers: { epochs }, remedies: [] } : null,
};

const leakage: Rule = {
  state: 'leakage',
  find({ history, signals }) {
    const { accuracy } = signals.validation;
    if (accuracy === null || accuracy < TOO_GOOD) return null;
    const early = history
      .slice(0, EARLY_EPOCHS)
      .findIndex(({ validation }) => (validation.accuracy ?? 0) >= TOO_GOOD);
    if (early < 0) return null;
    return {
      sinceEpoch: early + 1,
      numbers: { validationAccuracy: accuracy },
      remedies: [remedy('check-features')],
    };
  },
};

function isRising(signals: HistorySignals): boolean {
  const { validation, rise, noise } = signals;
  if (rise < OVERFIT_RISE) return false;
  return validation.loss - validation.bestLoss >= NOISES * noise || isLasting(signals);
}

function isLasting({ noise, lasting }: HistorySignals): boolean {
  const lastingRise = lasting.loss - lasting.bestLoss;
  return (
    lastingRise >= LASTING_RISE * lasting.bestLoss &&
    lastingRise * Math.sqrt(lasting.epochs) >= LASTING_NOISES * noise
  );
}

/**
 * Behind the best epoch. One lucky epoch later on does not put off what medians show, nor does an early
 * best hide; but a median of three is as low in the neighbours of the best.
 */
function firstRise({ kept, turningEpoch }: HistorySignals): number {
  const isNeighbour = Math.abs(kept.epoch - turningEpoch) <= 1;
  return (isNeighbour ? kept.epoch : Math.min(kept.epoch, turningEpoch)) + 1;
}

const labelNoise: Rule = {
  state: 'label-noise',
  find({ signals }) {
    const { train, validation, kept } = signals;
    const { accuracy, bestAccuracy } = validation;
    if (accuracy === null || bestAccuracy === null || train.accuracy === null) return null;
    const drop = bestAccuracy - accuracy;
    const gap = train.accuracy - accuracy;
    if (drop < ACCURACY_DROP || gap < MEMORIZED_GAP || !isRising(signals)) return null;
    return {
      sinceEpoch: firstRise(signals),
      numbers: {
        trainAccuracy: train.accuracy,
        validationAccuracy: accuracy,
        bestValidationAccuracy: bestAccuracy,
        bestEpoch: kept.epoch,
      },
      remedies: [
        remedy('check-labels'),
        remedy('stop-early', kept.epoch),
        remedy('use-label-smoothing', 0.1),
        remedy('add-regularization'),
      ],
    };
  },
};

/** Where training is harder, its loss may be the higher one for good; what was known is then still lost. */
function hasLostSkill({ signals, context: { harderTraining } }: Case): boolean {
  const wasSkilled = signals.validation.bestSkill >= SOME_SKILL;
  return harderTraining.length > 0 && wasSkilled && isLasting(signals);
}

const overfitting: Rule = {
  state: 'overfitting',
  find(given) {
    const { signals } = given;
    const { train, validation, kept, lasting } = signals;
    const trainLoss = Math.min(train.loss, lasting.trainLoss);
    if (!isRising(signals) || trainLoss >= lasting.turningTrainLoss) return null;
    // Running statistics that are still warming up let validation rise, too, but for a while only.
    if (train.loss >= validation.loss && !hasLostSkill(given)) return null;
    return {
      sinceEpoch: firstRise(signals),
      numbers: {
        trainLoss,
        validationLoss: validation.loss,
        bestValidationLoss: kept.validation.loss,
        bestEpoch: kept.epoch,
        rise: signals.keptRise,
      },
      remedies: [
        remedy('stop-early', kept.epoch),
        remedy('add-regularization'),
        remedy('get-more-data'),
        remedy('smaller-model'),
      ],
    };
  },
};

/** From its first epoch to its last, neither loss left the place where it was. */
function isUnmoved({ train, firstTrainLoss, stillSince }: HistorySignals): boolean {
  return Math.abs(train.loss / firstTrainLoss - 1) <= UNMOVED && stillSince <= 1;
}

const plateau: Rule = {
  state: 'plateau',
  find({ signals }) {
    const { train, validation, lateGain, stillSince, learningRate } = signals;
    const skill = Math.max(train.skill, validation.skill);
    const unmoved = isUnmoved(signals);
    if (skill >= GOOD_SKILL || (!unmoved && Math.abs(lateGain) > NO_GAIN)) return null;
    const numbers = { validationLoss: validation.loss, lateGain, skill };
    return {
      sinceEpoch: stillSince,
      numbers: unmoved ? { ...numbers, learningRate } : numbers,
      remedies: [
        unmoved ? remedy('find-learning-rate') : remedy('raise-learning-rate', learningRate * 10),
        remedy('change-activation'),
        // Whether a network is too small shows only once it learns.
        ...(unmoved ? [] : [remedy('larger-model')]),
        remedy('check-labels'),
      ],
    };
  },
};

const underfitting: Rule = {
  state: 'underfitting',
  find({ history, context, signals: { train, validation, lateGain, learningRate, epochs } }) {
    const skill = Math.max(train.skill, validation.skill);
    if (skill >= POOR_SKILL) return null;
    const penalty = history.at(-1)?.penalty ?? 0;
    // More is then gained by small weights than by fitting the data.
    const isHeldBack = penalty > train.loss;
    const remedies = [
      ...(isHeldBack ? [remedy('less-regularization')] : []),
      remedy('raise-learning-rate', learningRate * 10),
      remedy('larger-model'),
      ...(context.isRegularized && !isHeldBack ? [remedy('less-regularization')] : []),
    ];
    const numbers = { trainLoss: train.loss, validationLoss: validation.loss, skill, lateGain };
    const isStillLearning = lateGain > NO_GAIN && epochs >= context.plannedEpochs;
    return {
      sinceEpoch: null,
      numbers: isHeldBack ? { ...numbers, penalty } : numbers,
      remedies: isStillLearning ? [...remedies, remedy('train-longer', 2 * epochs)] : remedies,
    };
  },
};

const goodFit: Rule = {
  state: 'good-fit',
  find({ context, signals }) {
    const { train, validation, kept, rise, lateGain, epochs, stillSince, noise } = signals;
    const isSeen = rise >= LARGE_RISE && epochs - kept.epoch >= FLAT_EPOCHS;
    const isFlat = epochs - stillSince >= FLAT_EPOCHS;
    const isClear = lateGain * validation.loss >= CLEAR_GAIN * noise;
    const isLearning = lateGain > LARGE_GAIN && isClear && !isFlat;
    return {
      sinceEpoch: null,
      numbers: {
        trainLoss: train.loss,
        validationLoss: validation.loss,
        lateGain,
        ...(isSeen && !isRising(signals)
          ? { bestValidationLoss: kept.validation.loss, bestEpoch: kept.epoch }
          : {}),
      },
      remedies:
        isLearning && epochs >= context.plannedEpochs ? [remedy('train-longer', 2 * epochs)] : [],
    };
  },
};

export const rules: readonly Rule[] = [
  breakdown,
  divergence,
  tooEarly,
  leakage,
  labelNoise,
  overfitting,
  plateau,
  underfitting,
  goodFit,
];
