import { expect, test, vi } from 'vitest';
import { serviceHost } from './serviceHost.ts';
import type { ServiceProcess } from './serviceProcess.ts';

/**
 * A process that the test plays: it says what it was sent, and what it answers and when it dies is
 * up to the test.
 */
function playedProcess() {
  const sent: { id: number; method: string }[] = [];
  /** After how many messages it was told to end. */
  const stops: number[] = [];
  let message: (value: unknown) => void = () => {};
  let exit: (code: number | null) => void = () => {};
  const process: ServiceProcess = {
    send: (value) => void sent.push(value as { id: number; method: string }),
    onMessage: (listener) => {
      message = listener;
    },
    onExit: (listener) => {
      exit = listener;
    },
    stop: () => {
      stops.push(sent.length);
      exit(0);
    },
  };
  return {
    process,
    sent,
    stops,
    say: (value: unknown) => message(value),
    die: (code: number | null) => exit(code),
  };
}

function hostOf(count: number, answerMilliseconds = 10_000) {
  const played = Array.from({ length: count }, playedProcess);
  const start = vi.fn(() => {
    const next = played[start.mock.calls.length - 1];
    if (!next) throw new Error('started too often');
    return next.process;
  });
  const lines: string[] = [];
  const host = serviceHost({ start, answerMilliseconds, log: (line) => lines.push(line) });
  return { host, played, start, lines };
}

/** Whatever waits for nothing from outside has gone on. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('a reply reaches the request with its id', async () => {
  const { host, played } = hostOf(1);
  const first = host.request('runs.list', {});
  const second = host.request('studio.info', {});
  played[0]?.say({ kind: 'reply', id: 1, ok: true, result: 'info' });
  played[0]?.say({ kind: 'reply', id: 0, ok: true, result: 'runs' });
  expect(await Promise.all([first, second])).toEqual(['runs', 'info']);
});

test('an error reply is thrown with its code', async () => {
  const { host, played } = hostOf(1);
  const reply = host.request('runs.get', { run: 'x' });
  const error = { code: 'not-found', message: 'There is no run x.', where: null, hint: null };
  played[0]?.say({ kind: 'reply', id: 0, ok: false, error });
  await expect(reply).rejects.toMatchObject({ code: 'not-found', message: 'There is no run x.' });
});

test('a crash refuses what was asked, tells the listeners, and starts a fresh service', async () => {
  const { host, played, start } = hostOf(2);
  const events: unknown[] = [];
  host.onEvent((event) => events.push(event));
  const before = host.request('runs.list', {});
  played[0]?.say({ kind: 'reply', id: 0, ok: true, result: [] });
  await before;
  const lost = host.request('runs.list', {});
  played[0]?.die(9);
  await expect(lost).rejects.toMatchObject({ code: 'service-crashed' });
  expect(events).toMatchObject([{ event: 'error', error: { code: 'service-crashed' } }]);
  expect(start).toHaveBeenCalledTimes(2);
  const after = host.request('runs.list', {});
  played[1]?.say({ kind: 'reply', id: 2, ok: true, result: 'again' });
  expect(await after).toBe('again');
});

test('a service that dies before it answered is not started again', async () => {
  const { host, played, start } = hostOf(1);
  const lost = host.request('runs.list', {});
  played[0]?.die(1);
  await expect(lost).rejects.toMatchObject({ code: 'service-crashed' });
  expect(start).toHaveBeenCalledTimes(1);
  await expect(host.request('runs.list', {})).rejects.toThrow('The studio service is not running.');
});

test('closing ends the process without calling it a crash', async () => {
  const { host, start } = hostOf(1);
  const events: unknown[] = [];
  host.onEvent((event) => events.push(event));
  await host.close();
  expect(events).toEqual([]);
  expect(start).toHaveBeenCalledTimes(1);
});

test('closing waits for what was asked before, and for what is asked meanwhile', async () => {
  const { host, played } = hostOf(1);
  const [service] = played;
  const saved = host.request('experiments.save', {});
  const closed = host.close();
  const later = host.request('experiments.save', {});
  await settled();
  expect(service?.stops).toEqual([]);
  service?.say({ kind: 'reply', id: 0, ok: true, result: 'first' });
  await settled();
  expect(service?.stops).toEqual([]);
  service?.say({ kind: 'reply', id: 1, ok: true, result: 'second' });
  await closed;
  expect(service?.stops).toEqual([2]);
  expect(await Promise.all([saved, later])).toEqual(['first', 'second']);
});

test('closing does not wait for ever for an answer', async () => {
  const { host, played } = hostOf(1, 10);
  const lost = host.request('datasets.import', {});
  const refused = expect(lost).rejects.toMatchObject({ code: 'service-crashed' });
  await host.close();
  expect(played[0]?.stops).toEqual([1]);
  await refused;
});

test('a service that ends while it is waited for is not started again', async () => {
  const { host, played, start } = hostOf(1);
  const before = host.request('runs.list', {});
  played[0]?.say({ kind: 'reply', id: 0, ok: true, result: [] });
  await before;
  const refused = expect(host.request('experiments.save', {})).rejects.toThrow();
  const closed = host.close();
  played[0]?.die(9);
  await closed;
  await refused;
  expect(start).toHaveBeenCalledTimes(1);
  expect(played[0]?.stops).toEqual([]);
});

test('what a service wants of trainer windows is passed on, and reports come back', () => {
  const { host, played } = hostOf(1);
  const commands: unknown[] = [];
  host.onWindowCommand((command) => commands.push(command));
  const open = { kind: 'window-command', window: 0, command: 'open', needsHardware: false };
  played[0]?.say(open);
  played[0]?.say({ ...open, command: 'shout' });
  const gone = { kind: 'window-report', window: 0, report: 'gone', reason: 'closed' } as const;
  host.tellWindowReport(gone);
  expect(commands).toEqual([open]);
  expect(played[0]?.sent).toEqual([gone]);
});

test('a message of no known shape is logged and dropped', () => {
  const { played, lines } = hostOf(1);
  played[0]?.say({ kind: 'event', event: { event: 'unknown' } });
  played[0]?.say('hello');
  expect(lines).toHaveLength(2);
});

test('what is not answered yet is known by its method', async () => {
  const { host, played } = hostOf(1);
  const asked = host.request('datasets.import', { path: '/a.csv' });
  void host.request('runs.list', {}).catch(() => undefined);
  expect(host.unanswered('datasets.import')).toMatchObject([{ params: { path: '/a.csv' } }]);
  const [{ ended } = {}] = host.unanswered('datasets.import');
  played[0]?.say({ kind: 'reply', id: 0, ok: true, result: 'info' });
  await Promise.all([asked, ended]);
  expect(host.unanswered('datasets.import')).toEqual([]);
});
