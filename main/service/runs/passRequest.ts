import type { ControlRequest } from '../../trainer/TrainerProtocol.ts';
import type { TrainerProcess } from './TrainerProcess.ts';

export function passRequest(to: TrainerProcess, request: ControlRequest): void {
  if (request.kind === 'stop') to.stop();
  else to.ask(request);
}
