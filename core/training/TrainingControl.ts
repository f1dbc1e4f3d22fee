/**
 * What a person asks of a training while it runs: pause, continue, step, another learning rate,
 * stop.
 *
 * Requests are only noted here; training takes them up between two chunks of iterations, where its
 * state is whole, and answers with a `control` event that says how many it has heard. Pausing is an
 * allowance of iterations: unbounded while running, 0 while paused, n for n single steps.
 */
export interface TrainingControl {
  pause(): void;
  continue(): void;
  /** Allows so many iterations, at least 1, and pauses behind them. */
  step(iterations: number): void;
  /** In (0, ∞), in place of the optimizer's own; see LearningRateChange. */
  setLearningRate(learningRate: number): void;
  stop(): void;
  readonly isStopped: boolean;
  /** Iterations that may be trained before the next pause; infinite while running. */
  readonly allowance: number;
  /** Something was asked since the last answer; a stop needs none. */
  readonly isUnanswered: boolean;
  /** To be called by training: the number of requests so far, all of which are in effect now. */
  answer(): number;
  /** To be called by training: takes so many iterations off the allowance. */
  spend(iterations: number): void;
  /** The learning rate asked for since the last call, if any. */
  takeLearningRate(): number | null;
  /** Resolves as soon as there is a request without an answer, or a stop. */
  next(): Promise<void>;
}

export function createTrainingControl(): TrainingControl {
  let [allowance, heard, answered, isStopped] = [Number.POSITIVE_INFINITY, 0, 0, false];
  let learningRate: number | null = null;
  let wake: () => void = () => undefined;

  function allow(iterations: number): void {
    allowance = iterations;
    heard += 1;
    wake();
  }

  return {
    pause: () => allow(0),
    continue: () => allow(Number.POSITIVE_INFINITY),
    step: allow,
    setLearningRate(value) {
      learningRate = value;
      allow(allowance);
    },
    stop() {
      isStopped = true;
      wake();
    },
    get isStopped() {
      return isStopped;
    },
    get allowance() {
      return allowance;
    },
    get isUnanswered() {
      return heard > answered;
    },
    answer() {
      answered = heard;
      return heard;
    },
    spend(iterations) {
      // A pause may have been asked for while they were trained.
      allowance = Math.max(0, allowance - iterations);
    },
    takeLearningRate() {
      const taken = learningRate;
      learningRate = null;
      return taken;
    },
    next: () =>
      new Promise((resolve) => {
        wake = resolve;
        if (isStopped || heard > answered) resolve();
      }),
  };
}
