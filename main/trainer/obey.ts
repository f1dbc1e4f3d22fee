import type { TrainingControl } from '../../core/training/TrainingControl.ts';
import type { ControlRequest } from './TrainerProtocol.ts';

/** Passes on to a training what its trainer was asked. */
export function obey(control: TrainingControl, request: ControlRequest): void {
  switch (request.kind) {
    case 'stop':
      control.stop();
      break;
    case 'pause':
      control.pause();
      break;
    case 'continue':
      control.continue();
      break;
    case 'step':
      control.step(request.iterations);
      break;
    case 'set-learning-rate':
      control.setLearningRate(request.learningRate);
      break;
    default:
      request satisfies never;
  }
}
