/** How far a GPU is prepared, among the messages of the training that it is prepared for. */
import type { CompileWatch } from '../../core/executors/gpujs/CompileWatch.ts';
import type { TrainerMessage } from './TrainerProtocol.ts';

export interface Preparation {
  /** For the executor: all programs of the training are counted together. */
  readonly watch: CompileWatch;
  /** Passes on what the training tells. Behind its start, nothing is told of kernels any more. */
  send(message: TrainerMessage): Promise<void>;
  /** From now on; at once where it was not silent to begin with. */
  speak(): void;
}

export interface PreparationOptions {
  send(message: TrainerMessage): Promise<void>;
  /** Milliseconds on a clock that never goes back. */
  now(): number;
  /** While devices are timed, nobody wants to know. */
  readonly isSilent?: boolean;
}

/** Milliseconds from one message to the next. */
const PAUSE = 250;

export function tellPreparation({ send, now, isSilent = false }: PreparationOptions): Preparation {
  let isTold = !isSilent;
  let [compiled, all, toldAt] = [0, 0, Number.NEGATIVE_INFINITY];
  function tell(): void {
    if (!isTold || now() - toldAt < PAUSE) return;
    toldAt = now();
    // Whoever listens no more is found out by the messages that are waited for.
    send({ kind: 'preparing-gpu', kernels: { compiled, all } }).catch(() => undefined);
  }
  return {
    watch: {
      expect(kernels) {
        all += kernels;
        tell();
      },
      compiled() {
        // GPU.js may compile one kernel for several kinds of arguments.
        compiled = Math.min(compiled + 1, all);
        tell();
      },
    },
    send(message) {
      if (message.kind === 'started') isTold = false;
      return send(message);
    },
    speak() {
      isTold = true;
    },
  };
}
