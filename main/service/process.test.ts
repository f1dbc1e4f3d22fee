import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { ReplyEnvelope } from '../../core/contract/envelope.ts';
import { ENDLESS_EPOCHS, irisSpec, openTestStudio, temporaryFolder } from './testing/testStudio.ts';

function startProcess(home: string): ChildProcess {
  const child = fork(join(import.meta.dirname, 'process.ts'), [], {
    serialization: 'advanced',
    execArgv: [],
    env: { ...process.env, DESCENT_HOME: home },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

function nextMessage(
  child: ChildProcess,
  accept: (message: { kind: string; event?: { event: string } }) => boolean,
): Promise<unknown> {
  return new Promise((resolve) => {
    child.on('message', (message) => {
      if (accept(message as { kind: string })) resolve(message);
    });
  });
}

function ask(child: ChildProcess, id: number, method: string, params: unknown) {
  const reply = nextMessage(
    child,
    ({ kind, ...rest }) => kind === 'reply' && Reflect.get(rest, 'id') === id,
  );
  child.send({ kind: 'request', id, method, params });
  return reply as Promise<ReplyEnvelope>;
}

test('requests are answered in their envelopes, and errors travel as data', async () => {
  const child = startProcess(temporaryFolder());
  expect(await ask(child, 1, 'datasets.list', {})).toEqual({
    kind: 'reply',
    id: 1,
    ok: true,
    result: [],
  });
  expect(await ask(child, 2, 'nothing', {})).toMatchObject({
    ok: false,
    error: { code: 'invalid-request' },
  });
});

test('when the parent goes, a training is stopped with what it has, and the process ends', async () => {
  const home = temporaryFolder();
  const child = startProcess(home);
  const trained = nextMessage(
    child,
    ({ kind, event }) => kind === 'event' && event?.event === 'run.progress',
  );
  await ask(child, 1, 'runs.start', { spec: irisSpec(ENDLESS_EPOCHS) });
  await trained;
  const exited = once(child, 'exit');
  child.disconnect();
  expect(await exited).toEqual([0, null]);
  const [run] = await openTestStudio(home).request('runs.list', {});
  expect(run).toMatchObject({ status: 'stopped', error: null });
});

test('when the service is killed, its trainer ends and the run is crashed at the next start', async () => {
  const home = temporaryFolder();
  const child = startProcess(home);
  const trained = nextMessage(
    child,
    ({ kind, event }) => kind === 'event' && event?.event === 'run.progress',
  );
  await ask(child, 1, 'runs.start', { spec: irisSpec(ENDLESS_EPOCHS) });
  await trained;
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
  const { request } = openTestStudio(home);
  const [run] = await request('runs.list', {});
  expect(run).toMatchObject({ status: 'crashed', error: { code: 'service-crashed' } });
  const { epochs } = await request('runs.metrics', { run: run?.id ?? '' });
  expect(epochs).toHaveLength(run?.last?.epoch ?? 0);
});

test('a store that cannot be opened is the answer to every request', async () => {
  const file = join(import.meta.dirname, 'process.ts');
  const child = startProcess(file);
  expect(await ask(child, 7, 'studio.info', {})).toMatchObject({
    ok: false,
    error: { code: 'storage', where: expect.stringContaining('process.ts') },
  });
});
