/** The page of a trainer window: takes one job from the service, does it, and says how it went. */
import { createTrainingControl } from '../../../core/training/TrainingControl.ts';
import { obey } from '../obey.ts';
import { type TrainerBridge, WindowRequest } from '../TrainerWindowProtocol.ts';
import { toErrorData } from '../toErrorData.ts';
import { trainInWindow } from './trainInWindow.ts';

declare global {
  interface Window {
    readonly trainer: TrainerBridge;
  }
}

const { trainer } = window;
const control = createTrainingControl();
let isStarted = false;

trainer.listen((value) => {
  const request = WindowRequest.safeParse(value);
  if (!request.success) void trainer.send({ kind: 'failed', error: toErrorData(request.error) });
  else if (request.data.kind !== 'start') obey(control, request.data);
  else if (!isStarted) {
    isStarted = true;
    void trainInWindow(request.data, { control, send: trainer.send }).then(trainer.send);
  }
});
