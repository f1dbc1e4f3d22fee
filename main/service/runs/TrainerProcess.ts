/**
 * A trainer process as its parent sees it: one job, messages, one exit.
 *
 * The same fork works from Node and from an Electron utility process, which ELECTRON_RUN_AS_NODE
 * turns into Node.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { z } from 'zod';
import {
  type ControlRequest,
  type TrainerJob,
  TrainerMessage,
  type TrainerRequest,
} from '../../trainer/TrainerProtocol.ts';

export interface TrainerExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** The end of what it wrote to its error stream; of a window, why it is gone. */
  readonly stderr: string;
  /** Why this side ended it, where it did for what it said. */
  readonly fault?: string | undefined;
  readonly isWindow?: boolean;
  /** Whoever made it is gone, too: nobody is left to train for. */
  readonly isOrphaned?: boolean;
}

/** What is answered by `control`. */
export type TrainerControl = Exclude<ControlRequest, { kind: 'stop' }>;

/** A process, or a window (startWindowTrainer.ts), or one after the other (startGpuTrainer.ts). */
export interface TrainerProcess {
  readonly pid: number | undefined;
  /** Asks it to end after the chunk in work. */
  stop(): void;
  ask(request: TrainerControl): void;
  kill(): void;
  /** Never rejects; resolves when the process has ended and its last message was handled. */
  readonly exited: Promise<TrainerExit>;
}

/** What is started for a job. */
export interface TrainerProgram {
  readonly entry: string;
  /** The plain Node that runs it; the one of this process when absent. */
  readonly node?: string;
  /** As os.setPriority takes it; 0 is the usual one. */
  readonly priority: number;
  /** Whether it can compute on a graphics card: in plain Node, not within Electron. */
  readonly gpu: boolean;
}

const KEPT_STDERR_CHARACTERS = 4000;

export function startTrainer(
  program: TrainerProgram,
  job: TrainerJob,
  onMessage: (message: TrainerMessage) => void,
): TrainerProcess {
  const trainer = openTrainer(program, onMessage);
  trainer.ask({ kind: 'start', job });
  return trainer;
}

/** One that waits to be told what to do. */
export interface OpenTrainer extends TrainerProcess {
  ask(request: TrainerRequest): void;
}

/** A message that does not fit the protocol, or a handler that throws, ends the process. */
export function openTrainer(
  { entry, node, priority }: TrainerProgram,
  onMessage: (message: TrainerMessage) => void,
): OpenTrainer {
  const child = fork(entry, [String(priority)], {
    serialization: 'advanced',
    execArgv: [],
    // A plain Node would take code from NODE_OPTIONS, which Electron's refuses.
    ...(node && { execPath: node }),
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', ...(node && { NODE_OPTIONS: undefined }) },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const stderr = collectStderr(child);
  let fault: string | undefined;
  const kill = () => void child.kill('SIGKILL');
  const ask = (request: TrainerRequest) => {
    if (child.connected) child.send(request, (error) => error && kill());
  };
  child.on('message', (value) => {
    try {
      onMessage(TrainerMessage.parse(value));
    } catch (error) {
      fault = inOneLine(error);
      stderr.add(`\n${fault}`);
      kill();
    }
  });
  return {
    pid: child.pid,
    stop: () => ask({ kind: 'stop' }),
    ask,
    kill,
    exited: waitForExit(child, stderr).then((exit) => ({ ...exit, fault })),
  };
}

/** The last line is what people are told. */
function inOneLine(error: unknown): string {
  if (!(error instanceof z.ZodError)) return String(error);
  const [issue] = error.issues;
  return `its message is not as agreed: ${issue?.path.join('.')}: ${issue?.message}`;
}

interface StderrTail {
  add(text: string): void;
  text(): string;
}

function collectStderr(child: ChildProcess): StderrTail {
  let kept = '';
  const add = (text: string) => {
    kept = (kept + text).slice(-KEPT_STDERR_CHARACTERS);
  };
  child.stderr?.setEncoding('utf8').on('data', add);
  return { add, text: () => kept };
}

/** Messages may still arrive after `exit`; the channel's `disconnect` comes behind the last one. */
function waitForExit(child: ChildProcess, stderr: StderrTail): Promise<TrainerExit> {
  const disconnected = new Promise<void>((resolve) => child.once('disconnect', () => resolve()));
  return new Promise((resolve) => {
    child.once('error', (error) => {
      stderr.add(error.message);
      if (child.pid === undefined) resolve({ code: null, signal: null, stderr: stderr.text() });
    });
    child.once('exit', (code, signal) => {
      const wait = child.connected ? disconnected : Promise.resolve();
      void wait.then(() => resolve({ code, signal, stderr: stderr.text() }));
    });
  });
}
