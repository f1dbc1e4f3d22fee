/**
 * Starts the studio service in a process of its own, behind one small interface.
 *
 * In Electron it is a utilityProcess. Where Electron's Node is too old for better-sqlite3 (Node-API
 * below 10: the test runtime) the same file runs in the Node named by DESCENT_NODE, with the same
 * messages.
 */
import { fork } from 'node:child_process';
import { utilityProcess } from 'electron';
import { StudioError } from '../core/contract/StudioError.ts';
import { ownBytes } from './ownBytes.ts';
import { WINDOWS_ARGUMENT } from './windowEnvelope.ts';

export interface ServiceProcess {
  send(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called once. */
  onExit(listener: (code: number | null) => void): void;
  /** Asks it to close its store and end. */
  stop(): void;
}

const neededNodeApi = 10;

export function startServiceProcess(entry: string): ServiceProcess {
  const nodeApi = Number(process.versions.napi ?? 0);
  return nodeApi >= neededNodeApi ? inUtilityProcess(entry) : inNode(entry, process.env);
}

function inUtilityProcess(entry: string): ServiceProcess {
  const child = utilityProcess.fork(entry, [WINDOWS_ARGUMENT], {
    serviceName: 'Descent service',
    stdio: 'inherit',
  });
  return {
    send: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('exit', listener),
    stop: () => void child.kill(),
  };
}

function inNode(entry: string, env: NodeJS.ProcessEnv): ServiceProcess {
  const node = env.DESCENT_NODE;
  if (!node) {
    throw new StudioError(
      'unsupported',
      `Electron ${process.versions.electron} is too old to open the store by itself.`,
      { hint: 'Start the studio with npm start, or set DESCENT_NODE to the path of Node 24.' },
    );
  }
  const child = fork(entry, [WINDOWS_ARGUMENT], {
    execPath: node,
    execArgv: [],
    serialization: 'advanced',
    // Electron's own switches must not reach a plain Node.
    env: { ...env, ELECTRON_RUN_AS_NODE: undefined, NODE_OPTIONS: undefined },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  let ended = false;
  const end = (listener: (code: number | null) => void, code: number | null) => {
    if (!ended) listener(code);
    ended = true;
  };
  return {
    send: (message) => {
      if (child.connected) child.send(message as object);
    },
    onMessage: (listener) => void child.on('message', (message) => listener(ownBytes(message))),
    onExit: (listener) => {
      child.once('exit', (code) => end(listener, code));
      // A Node that cannot be started at all reports an error and never an exit.
      child.once('error', () => end(listener, null));
    },
    stop: () => {
      if (child.connected) child.disconnect();
    },
  };
}
