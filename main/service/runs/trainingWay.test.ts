/** A run that is resumed goes on by the way to the GPU that it was trained by. */
import { expect, test } from 'vitest';
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import { createTrainingControl } from '../../../core/training/TrainingControl.ts';
import { obey } from '../../trainer/obey.ts';
import { ControlRequest, type TrainerMessage } from '../../trainer/TrainerProtocol.ts';
import { WindowRequest } from '../../trainer/TrainerWindowProtocol.ts';
import { playTraining } from '../testing/playTraining.ts';
import { irisSpec, openTestStudio, temporaryFolder, waitForRun } from '../testing/testStudio.ts';
import { createTrainerWindows } from './TrainerWindows.ts';

const problem = { code: 'refused', detail: 'It refuses.' } as const;

/** Windows that refuse by WebGPU, as long as that is set, and train by anything else. */
function playedWindows() {
  const played = { refuses: true, begun: [] as string[] };
  let control = createTrainingControl();
  const windows = createTrainerWindows(({ window, ...command }) => {
    const address = { kind: 'window-report', window } as const;
    const leave = () => windows.hear({ ...address, report: 'gone', reason: 'it is closed' });
    const send = async (message: TrainerMessage) =>
      windows.hear({ ...address, report: 'said', message });
    if (command.command === 'close') setImmediate(leave);
    if (command.command !== 'tell') return;
    const request = WindowRequest.parse(command.message);
    const asked = ControlRequest.safeParse(request);
    if (asked.success) obey(control, asked.data);
    else if (request.kind !== 'start') leave();
    else {
      played.begun.push(request.backend);
      if (request.backend === 'webgpu' && played.refuses) {
        void send({ kind: 'gpu-failed', problem });
      } else {
        control = createTrainingControl();
        void playTraining(request, { control, send });
      }
    }
  });
  return { played, windows };
}

test('it stays there, though another way would train by now, and keeps why', async () => {
  const { played, windows } = playedWindows();
  const studio = openTestStudio(temporaryFolder(), { trainerWindows: windows });
  const { request } = studio;
  const { id } = await request('runs.start', { spec: irisSpec(100_000, { device: 'gpu' }) });
  await waitForRun(studio, id, (run) => run.last !== null);
  const stopped = await request('runs.stop', { run: id });
  expect(played.begun).toEqual(['webgpu', 'webgl2']);
  played.refuses = false;
  await request('runs.resume', { run: id });
  const hasGoneOn = (run: RunRecord) => (run.last?.epoch ?? 0) > (stopped.last?.epoch ?? 0);
  const resumed = await waitForRun(studio, id, hasGoneOn);
  await request('runs.stop', { run: id });
  expect(played.begun).toEqual(['webgpu', 'webgl2', 'webgl2']);
  expect(resumed.executor).toMatchObject({ backend: 'webgl2', insteadOfWebGpu: problem });
  expect(resumed.executor?.earlier).toBeUndefined();
});
