/**
 * Who waits for the trainer to take up which request.
 *
 * The trainer hears requests in the order in which they are sent and answers with how many it has
 * heard, so that a request is known by its number. A step is done when training has paused behind
 * it, or when a later pause, step or continuation has taken its place.
 */
import type { TrainerControl } from './TrainerProcess.ts';

export interface ControlAnswers {
  /** To be called with each request that is sent; resolves when it is in effect. */
  inEffect(kind: TrainerControl['kind']): Promise<void>;
  answer(heard: number, isPaused: boolean): void;
  /** No answer will come any more. */
  end(): void;
}

interface Waiting {
  readonly number: number;
  readonly untilPaused: boolean;
  /** The request that took its place. */
  supersededBy: number;
  readonly resolve: () => void;
}

export function createControlAnswers(): ControlAnswers {
  let [sent, hasEnded] = [0, false];
  let waiting: Waiting[] = [];

  function resolveThose(isDone: (one: Waiting) => boolean): void {
    const done = waiting.filter(isDone);
    waiting = waiting.filter((one) => !isDone(one));
    for (const { resolve } of done) resolve();
  }

  function supersedeSteps(by: number): void {
    for (const one of waiting) one.supersededBy = Math.min(one.supersededBy, by);
  }

  return {
    inEffect(kind) {
      sent += 1;
      const [number, supersededBy] = [sent, Number.POSITIVE_INFINITY];
      if (hasEnded) return Promise.resolve();
      if (kind !== 'set-learning-rate') supersedeSteps(number);
      const untilPaused = kind === 'step';
      return new Promise((resolve) => {
        waiting.push({ number, untilPaused, supersededBy, resolve });
      });
    },
    answer: (heard, isPaused) =>
      resolveThose(
        ({ number, untilPaused, supersededBy }) =>
          number <= heard && (isPaused || !untilPaused || supersededBy <= heard),
      ),
    end() {
      hasEnded = true;
      resolveThose(() => true);
    },
  };
}
