/**
 * The process that looks through networks. Starting one takes longer than its answer, and while a
 * person edits a network there is a question after every pause: so it stays for a while, and ends
 * when nobody has asked for that long.
 *
 * It answers one question at a time. Of those that come meanwhile only the newest is kept.
 */
import type { ForwardPass } from '../../../core/contract/ForwardPass.ts';
import { StudioError } from '../../../core/contract/StudioError.ts';
import type { PassRequest, TrainerMessage } from '../../trainer/TrainerProtocol.ts';
import { type OpenTrainer, openTrainer, type TrainerProgram } from './TrainerProcess.ts';
import { trainerCrash } from './trainerCrash.ts';

export type Pass = Omit<PassRequest, 'kind'>;

export interface PassProcess {
  /** Rejects with StudioError `cancelled` where a newer question took its place. */
  ask(pass: Pass): Promise<ForwardPass>;
  close(): Promise<void>;
}

interface Question {
  readonly pass: Pass;
  resolve(answer: ForwardPass): void;
  reject(error: unknown): void;
}

const IDLE_MILLISECONDS = 30_000;

export function createPassProcess(
  program: TrainerProgram,
  idleMilliseconds = IDLE_MILLISECONDS,
): PassProcess {
  let trainer: OpenTrainer | null = null;
  /** With those that were killed and have not ended yet. */
  const living = new Set<OpenTrainer>();
  let answer: ((message: TrainerMessage) => void) | null = null;
  let waiting: Question | null = null;
  let isWorking = false;
  let idle: ReturnType<typeof setTimeout> | undefined;

  function open(): OpenTrainer {
    if (trainer) return trainer;
    const opened = openTrainer(program, (message) => answer?.(message));
    trainer = opened;
    living.add(opened);
    void opened.exited.then(() => {
      living.delete(opened);
      if (trainer === opened) trainer = null;
    });
    return opened;
  }

  /** A killed process takes a while to end, and is given no question meanwhile. */
  function retire(): void {
    const retired = trainer;
    trainer = null;
    retired?.kill();
  }

  async function askOnce(pass: Pass): Promise<ForwardPass> {
    const asked = open();
    const answered = new Promise<TrainerMessage>((resolve) => {
      answer = resolve;
    });
    asked.ask({ kind: 'pass', ...pass });
    const message = await Promise.race([answered, asked.exited]);
    if (!('kind' in message)) throw StudioError.fromData(trainerCrash(message, null));
    if (message.kind === 'failed') throw StudioError.fromData(message.error);
    if (message.kind === 'passed-forward') return message.pass;
    throw new StudioError('internal', `A forward pass was answered by ${message.kind}.`);
  }

  async function work(): Promise<void> {
    isWorking = true;
    clearTimeout(idle);
    while (waiting) {
      const { pass, resolve, reject }: Question = waiting;
      waiting = null;
      await askOnce(pass).then(resolve, reject);
    }
    isWorking = false;
    idle = setTimeout(retire, idleMilliseconds);
    // It must not keep the service alive.
    idle.unref();
  }

  return {
    ask: (pass) =>
      new Promise((resolve, reject) => {
        waiting?.reject(superseded());
        waiting = { pass, resolve, reject };
        if (!isWorking) void work();
      }),
    async close() {
      clearTimeout(idle);
      waiting?.reject(superseded());
      waiting = null;
      retire();
      await Promise.all([...living].map(({ exited }) => exited));
    },
  };
}

const superseded = () =>
  new StudioError('cancelled', 'A newer question took the place of this one.');
