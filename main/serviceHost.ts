/**
 * The shell's end of the studio service: requests out, replies and events in, one restart after a
 * crash.
 *
 * A service that dies takes no window with it: what was asked is refused with `service-crashed`,
 * listeners hear of it, and a fresh process takes over the store. One that dies before it has
 * answered anything would die again, so it is not started a third time.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { EventEnvelope, ReplyEnvelope, type RequestEnvelope } from '../core/contract/envelope.ts';
import { StudioError } from '../core/contract/StudioError.ts';
import { StudioEvent } from '../core/contract/StudioEvent.ts';
import type { ServiceProcess } from './serviceProcess.ts';
import { WindowCommand, type WindowReport } from './windowEnvelope.ts';

export interface ServiceHost {
  request(method: string, params: unknown): Promise<unknown>;
  /** The requests of this method that are not answered yet. */
  unanswered(method: string): readonly Unanswered[];
  /** Returns the function that ends the subscription. */
  onEvent(listener: (event: StudioEvent) => void): () => void;
  /** What a service wants of trainer windows; its own are of no use when it crashes. */
  onWindowCommand(listener: (command: WindowCommand) => void): void;
  tellWindowReport(report: WindowReport): void;
  /** Ends the service once it has answered; resolves when its process is gone. */
  close(): Promise<void>;
}

export interface Unanswered {
  readonly params: unknown;
  /** Resolves once it is answered, whatever the answer. */
  readonly ended: Promise<void>;
}

interface Pending extends Unanswered {
  readonly method: string;
  resolve(result: unknown): void;
  reject(error: StudioError): void;
}

export interface ServiceHostOptions {
  readonly start: () => ServiceProcess;
  /** How long a service that is to end may still answer what it was asked. */
  readonly answerMilliseconds: number;
  readonly log: (line: string) => void;
}

export function serviceHost({ start, answerMilliseconds, log }: ServiceHostOptions): ServiceHost {
  const pending = new Map<number, Pending>();
  const listeners = new Set<(event: StudioEvent) => void>();
  let obey: (command: WindowCommand) => void = () => undefined;
  let nextId = 0;
  let answered = false;
  let closing: (() => void) | null = null;
  /** Called when nothing is pending any more. */
  let answeredAll: () => void = () => undefined;
  let service: ServiceProcess | null = launch();

  function launch(): ServiceProcess {
    answered = false;
    const started = start();
    started.onMessage(receive);
    started.onExit(ended);
    return started;
  }

  function receive(message: unknown): void {
    const reply = ReplyEnvelope.safeParse(message);
    if (reply.success) {
      answered = true;
      settle(reply.data);
      return;
    }
    const command = WindowCommand.safeParse(message);
    if (command.success) {
      obey(command.data);
      return;
    }
    const envelope = EventEnvelope.safeParse(message);
    const event = StudioEvent.safeParse(envelope.data?.event);
    if (event.success) tell(event.data);
    else log('The service sent a message that is neither a reply nor an event.');
  }

  function settle(reply: ReplyEnvelope): void {
    const waiting = pending.get(reply.id);
    pending.delete(reply.id);
    if (reply.ok) waiting?.resolve(reply.result);
    else waiting?.reject(StudioError.fromData(reply.error));
    if (pending.size === 0) answeredAll();
  }

  function tell(event: StudioEvent): void {
    for (const listener of listeners) listener(event);
  }

  function ended(code: number | null): void {
    service = null;
    const error = crashed(code);
    for (const waiting of pending.values()) waiting.reject(error);
    pending.clear();
    answeredAll();
    if (closing) {
      closing();
      return;
    }
    log(`The studio service ended with code ${code}; ${answered ? 'restarting' : 'giving up'}.`);
    if (answered) service = launch();
    tell({ event: 'error', error: error.toData() });
  }

  /** With what is still asked meanwhile. */
  async function pendingAnswers(): Promise<void> {
    if (pending.size === 0) return;
    const answers = new Promise<void>((resolve) => {
      answeredAll = resolve;
    });
    await Promise.race([answers, delay(answerMilliseconds)]);
  }

  return {
    request(method, params) {
      const id = nextId++;
      if (!service) return Promise.reject(gone());
      let resolve: Pending['resolve'] = () => undefined;
      let reject: Pending['reject'] = () => undefined;
      const answer = new Promise<unknown>((...ends) => {
        [resolve, reject] = ends;
      });
      const end = () => undefined;
      pending.set(id, { method, params, ended: answer.then(end, end), resolve, reject });
      service.send({ kind: 'request', id, method, params } satisfies RequestEnvelope);
      return answer;
    },
    unanswered: (method) =>
      [...pending.values()]
        .filter((one) => one.method === method)
        .map(({ params, ended }) => ({ params, ended })),
    onEvent(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    onWindowCommand(listener) {
      obey = listener;
    },
    tellWindowReport: (report) => service?.send(report),
    async close() {
      if (!service) return;
      const end = new Promise<void>((resolve) => {
        closing = resolve;
      });
      // A utility process is ended by a signal, which may overtake the messages before it.
      await pendingAnswers();
      service?.stop();
      await end;
    },
  };
}

function crashed(code: number | null): StudioError {
  return new StudioError(
    'service-crashed',
    `The studio service ended unexpectedly (code ${code}).`,
    {
      hint: 'Every finished epoch is in the store. The request can be made again.',
    },
  );
}

function gone(): StudioError {
  return new StudioError('service-crashed', 'The studio service is not running.', {
    hint: 'Close the studio and start it again. Every finished epoch is in the store.',
  });
}
