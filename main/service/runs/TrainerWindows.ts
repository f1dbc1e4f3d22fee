/**
 * The windows that the shell makes for trainings on the GPU, as the service sees them: it asks for
 * one, speaks to it, and hears when it is gone.
 */
import type { WindowRequest } from '../../trainer/TrainerWindowProtocol.ts';
import type { WindowCommand, WindowReport } from '../../windowEnvelope.ts';

export interface TrainerWindow {
  tell(request: WindowRequest): void;
  close(): void;
  /** Resolves with the reason, when it was closed or went away by itself. Never rejects. */
  readonly gone: Promise<string>;
}

export interface TrainerWindows {
  open(onMessage: (message: unknown) => void): TrainerWindow;
  /** What the shell says. */
  hear(report: WindowReport): void;
  /** When the shell is gone: its windows are, too, and nobody is left to tell. */
  abandon(): void;
}

interface Open {
  readonly onMessage: (message: unknown) => void;
  readonly leave: (reason: string) => void;
}

/** `send`: to the shell. */
export function createTrainerWindows(send: (command: WindowCommand) => void): TrainerWindows {
  const windows = new Map<number, Open>();
  let nextId = 0;
  return {
    open(onMessage) {
      const window = nextId++;
      const address = { kind: 'window-command', window } as const;
      const gone = new Promise<string>((leave) => windows.set(window, { onMessage, leave }));
      send({ ...address, command: 'open' });
      return {
        tell: (message) => send({ ...address, command: 'tell', message }),
        close: () => send({ ...address, command: 'close' }),
        gone,
      };
    },
    hear(report) {
      const open = windows.get(report.window);
      if (report.report === 'said') open?.onMessage(report.message);
      else {
        windows.delete(report.window);
        open?.leave(report.reason);
      }
    },
    abandon() {
      for (const { leave } of windows.values()) leave('the studio closed');
      windows.clear();
    },
  };
}
