/** What a training that is timed before it begins waits for. */
import type { TimingRequest } from './TrainerProtocol.ts';

export interface TimingTurns {
  /** Resolves when it is its turn to be timed, with the speed of the fastest other device. */
  readonly best: Promise<number>;
  /** Resolves when it is to train. */
  readonly go: Promise<void>;
  hear(request: TimingRequest): void;
}

export function createTimingTurns(): TimingTurns {
  let time: (best: number) => void = () => undefined;
  let begin: () => void = () => undefined;
  return {
    best: new Promise((resolve) => {
      time = resolve;
    }),
    go: new Promise((resolve) => {
      begin = resolve;
    }),
    hear(request) {
      if (request.kind === 'time') time(request.best);
      else begin();
    },
  };
}
