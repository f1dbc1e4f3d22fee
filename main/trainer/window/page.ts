/** The page of a trainer window: takes one job from the service, does it, and says how it went. */
import { createTrainingControl } from '../../../core/training/TrainingControl.ts';
import { obey } from '../obey.ts';
import { createTimingTurns } from '../TimingTurns.ts';
import type { TrainerMessage } from '../TrainerProtocol.ts';
import { type TrainerBridge, WindowRequest } from '../TrainerWindowProtocol.ts';
import { toErrorData } from '../toErrorData.ts';
import { probeGpu } from './probeGpu.ts';
import { selfTestInWindow } from './selfTestInWindow.ts';
import { trainInWindow } from './trainInWindow.ts';

declare global {
  interface Window {
    readonly trainer: TrainerBridge;
  }
}

const { trainer } = window;
const control = createTrainingControl();
const turns = createTimingTurns();
let isStarted = false;

trainer.listen((value) => {
  const request = WindowRequest.safeParse(value);
  if (!request.success) void trainer.send(failed(request.error));
  else hear(request.data);
});

function hear(request: WindowRequest): void {
  switch (request.kind) {
    case 'start':
      begin(() => trainInWindow(request, { control, turns, send: trainer.send }));
      break;
    case 'probe-devices':
      begin(async () => {
        const backends = await probeGpu(request.software);
        return { kind: 'devices-probed', backends };
      });
      break;
    case 'self-test':
      begin(() => selfTestInWindow(request.backend, request.software));
      break;
    case 'time':
    case 'go':
      turns.hear(request);
      break;
    default:
      obey(control, request);
  }
}

/** One job a page. */
function begin(work: () => Promise<TrainerMessage>): void {
  if (isStarted) return;
  isStarted = true;
  void work().catch(failed).then(trainer.send);
}

function failed(error: unknown): TrainerMessage {
  return { kind: 'failed', error: toErrorData(error) };
}
