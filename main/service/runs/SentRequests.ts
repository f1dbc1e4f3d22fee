/**
 * What was asked of the trainers of a run, one after the other: who waits for which request, and what
 * a second trainer has to be asked again.
 *
 * A trainer counts the requests that it hears; the numbers here go on from trainer to trainer.
 */
import { createControlAnswers } from './ControlAnswers.ts';
import type { TrainerControl } from './TrainerProcess.ts';

export interface SentRequests {
  /** To be called with each request that is sent; resolves when it is in effect. */
  inEffect(request: TrainerControl): Promise<void>;
  /** The trainer at work has taken up so many of those that it was sent. */
  readonly answer: (heard: number, isPaused: boolean) => void;
  /**
   * What to ask of a trainer that takes over: a pause where the run is paused, and whatever was not
   * taken up.
   */
  sendAgain(isPaused: boolean): readonly TrainerControl[];
  /** No answer will come any more. */
  end(): void;
}

export function createSentRequests(): SentRequests {
  const answers = createControlAnswers();
  const all: TrainerControl[] = [];
  /** How many have been taken up, and how many before the trainer at work was asked its first. */
  let [answered, offset] = [0, 0];
  return {
    inEffect(request) {
      all.push(request);
      return answers.inEffect(request.kind);
    },
    answer(heard, isPaused) {
      answered = Math.max(answered, offset + heard);
      answers.answer(answered, isPaused);
    },
    sendAgain(isPaused) {
      const pause: readonly TrainerControl[] = isPaused ? [{ kind: 'pause' }] : [];
      offset = answered - pause.length;
      return [...pause, ...all.slice(answered)];
    },
    end: () => answers.end(),
  };
}
