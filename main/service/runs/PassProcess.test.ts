import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { TrainerMessage, TrainerRequest } from '../../trainer/TrainerProtocol.ts';
import { createPassProcess, type Pass } from './PassProcess.ts';
import type { TrainerExit } from './TrainerProcess.ts';

/** One process as the test plays it. */
interface Played {
  readonly asked: TrainerRequest[];
  isKilled: boolean;
  tell(message: TrainerMessage): void;
  end(exit: TrainerExit): void;
}

const processes: Played[] = [];
const killed: TrainerExit = { code: null, signal: 'SIGKILL', stderr: '' };

vi.mock('./TrainerProcess.ts', () => ({
  openTrainer: (_: unknown, tell: Played['tell']) => {
    let end: Played['end'] = () => undefined;
    const exited = new Promise<TrainerExit>((resolve) => {
      end = resolve;
    });
    const asked: TrainerRequest[] = [];
    const played = { asked, isKilled: false, tell, end };
    processes.push(played);
    return {
      ask: (request: TrainerRequest) => asked.push(request),
      // It ends later, when the test says so.
      kill: () => {
        played.isKilled = true;
      },
      exited,
    };
  },
}));

const pass = (place: number) => ({ place }) as Pass;
const answer = (index: number) =>
  ({ kind: 'passed-forward', pass: { index } }) as unknown as TrainerMessage;
const placesOf = ({ asked }: Played) =>
  asked.map((request) => (request.kind === 'pass' ? request.place : null));

beforeEach(() => {
  vi.useFakeTimers();
  processes.length = 0;
});
afterEach(() => vi.useRealTimers());

const program = { entry: '', priority: 0, gpu: false };

test('one process answers one question after the other', async () => {
  const passes = createPassProcess(program);
  const first = passes.ask(pass(1));
  processes[0]?.tell(answer(1));
  expect(await first).toEqual({ index: 1 });
  const second = passes.ask(pass(2));
  await vi.waitFor(() => expect(processes.map(placesOf)).toEqual([[1, 2]]));
  processes[0]?.tell(answer(2));
  expect(await second).toEqual({ index: 2 });
});

test('of what is asked meanwhile only the newest is answered', async () => {
  const passes = createPassProcess(program);
  const first = passes.ask(pass(1));
  const second = passes.ask(pass(2)).catch((error: unknown) => error);
  const third = passes.ask(pass(3));
  expect(await second).toMatchObject({
    code: 'cancelled',
    message: 'A newer question took the place of this one.',
  });
  processes[0]?.tell(answer(1));
  await first;
  await vi.waitFor(() => expect(processes.map(placesOf)).toEqual([[1, 3]]));
  processes[0]?.tell(answer(3));
  expect(await third).toEqual({ index: 3 });
});

test('it is killed when nobody asks any longer, and even before it ends another takes its place', async () => {
  const passes = createPassProcess(program, 1000);
  const first = passes.ask(pass(1));
  processes[0]?.tell(answer(1));
  await first;
  await vi.advanceTimersByTimeAsync(1001);
  expect(processes[0]?.isKilled).toBe(true);
  const second = passes.ask(pass(2));
  await vi.waitFor(() => expect(processes.map(placesOf)).toEqual([[1], [2]]));
  processes[0]?.end(killed);
  await vi.advanceTimersByTimeAsync(0);
  processes[1]?.tell(answer(2));
  expect(await second).toEqual({ index: 2 });
  void passes.ask(pass(3));
  await vi.waitFor(() => expect(processes.map(placesOf)).toEqual([[1], [2, 3]]));
});

test('closing refuses what waits, and lasts until every process has ended', async () => {
  const passes = createPassProcess(program, 1000);
  const first = passes.ask(pass(1));
  processes[0]?.tell(answer(1));
  await first;
  await vi.advanceTimersByTimeAsync(1001);
  const inWork = passes.ask(pass(2)).catch((error: unknown) => error);
  const waiting = passes.ask(pass(3)).catch((error: unknown) => error);
  let isClosed = false;
  const closed = passes.close().then(() => {
    isClosed = true;
  });
  expect(await waiting).toMatchObject({ code: 'cancelled' });
  expect(processes.map(({ isKilled }) => isKilled)).toEqual([true, true]);
  processes[1]?.end(killed);
  expect(await inWork).toMatchObject({ code: 'trainer-crashed' });
  expect(isClosed).toBe(false);
  processes[0]?.end(killed);
  await closed;
  expect(processes.map(placesOf)).toEqual([[1], [2]]);
});

test('closing what never asked is done at once', async () => {
  await createPassProcess(program).close();
  expect(processes).toEqual([]);
});

test('a refusal and a crash are told, and the next question is answered all the same', async () => {
  const passes = createPassProcess(program);
  const refused = passes.ask(pass(1)).catch((error: unknown) => error);
  const error = { code: 'invalid-request' as const, message: 'No.', where: null, hint: null };
  processes[0]?.tell({ kind: 'failed', error });
  expect(await refused).toMatchObject({ code: 'invalid-request', message: 'No.' });

  const crashed = passes.ask(pass(2)).catch((one: unknown) => one);
  await vi.advanceTimersByTimeAsync(0);
  processes[0]?.end({ code: null, signal: 'SIGSEGV', stderr: '' });
  expect(await crashed).toMatchObject({ code: 'trainer-crashed' });
  const next = passes.ask(pass(3));
  await vi.advanceTimersByTimeAsync(0);
  processes[1]?.tell(answer(3));
  expect(await next).toEqual({ index: 3 });
});
