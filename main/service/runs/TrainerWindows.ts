/**
 * The windows that the shell makes for trainings on the GPU, as the service sees them: it asks for
 * one, speaks to it, and hears when it is gone.
 */
import type { WindowRequest } from '../../trainer/TrainerWindowProtocol.ts';
import type { WindowCommand, WindowReport } from '../../windowEnvelope.ts';

export interface WindowEnd {
  readonly reason: string;
  /** The shell itself is gone. */
  readonly isOrphaned: boolean;
}

export interface TrainerWindow {
  tell(request: WindowRequest): void;
  close(): void;
  /** Resolves when it was closed or went away by itself. Never rejects. */
  readonly gone: Promise<WindowEnd>;
}

export interface OpenWindowOptions {
  /** None is opened where Chromium knows of no graphics card; it is gone at once. */
  readonly needsHardware: boolean;
}

export interface TrainerWindows {
  open(onMessage: (message: unknown) => void, options?: OpenWindowOptions): TrainerWindow;
  /** What the shell says. */
  hear(report: WindowReport): void;
  /** When the shell is gone: its windows are, too, and nobody is left to tell. */
  abandon(): void;
}

interface Open {
  readonly onMessage: (message: unknown) => void;
  readonly leave: (end: WindowEnd) => void;
}

/** `send`: to the shell. */
export function createTrainerWindows(send: (command: WindowCommand) => void): TrainerWindows {
  const windows = new Map<number, Open>();
  let nextId = 0;
  return {
    open(onMessage, { needsHardware } = { needsHardware: false }) {
      const window = nextId++;
      const address = { kind: 'window-command', window } as const;
      const gone = new Promise<WindowEnd>((leave) => windows.set(window, { onMessage, leave }));
      send({ ...address, command: 'open', needsHardware });
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
        open?.leave({ reason: report.reason, isOrphaned: false });
      }
    },
    abandon() {
      const end = { reason: 'the studio closed', isOrphaned: true };
      for (const { leave } of windows.values()) leave(end);
      windows.clear();
    },
  };
}
