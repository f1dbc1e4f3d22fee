/**
 * The hidden windows in which trainings run on the GPU: made, spoken for and closed as the service
 * asks.
 *
 * A window, because Electron's memory cage forbids a native WebGPU what it needs; Chromium's own
 * stays in its sandbox. Its page is part of the studio, comes by the same protocol with the same
 * policy, and can do nothing but speak to the service through here.
 */
import { app, BrowserWindow, type WebContents } from 'electron';
import { pageOrigin } from './appProtocol.ts';
import { isSoftwareGpuWanted } from './trainer/isSoftwareGpuWanted.ts';
import type { WindowCommand, WindowReport } from './windowEnvelope.ts';

export interface TrainerWindowsOptions {
  readonly preload: string;
  readonly developmentServer: string | undefined;
  /** To the service. */
  readonly report: (report: WindowReport) => void;
}

export interface TrainerWindows {
  obey(command: WindowCommand): void;
  /** When the studio closes, or the service that wanted them is gone. */
  closeAll(): void;
}

interface TrainerWindow {
  readonly window: BrowserWindow;
  /** Messages that came before the page listened; null once it does. */
  waiting: unknown[] | null;
}

/** Far longer than a page takes to load on a busy machine. */
const loadMilliseconds = 30_000;

export function trainerWindows(options: TrainerWindowsOptions): TrainerWindows {
  const { preload, developmentServer, report } = options;
  const open = new Map<number, TrainerWindow>();

  function leave(id: number, reason: string): void {
    const gone = open.get(id);
    if (!gone) return;
    open.delete(id);
    gone.window.destroy();
    report({ kind: 'window-report', window: id, report: 'gone', reason });
  }

  function make(id: number): void {
    const window = new BrowserWindow({
      show: false,
      webPreferences: {
        preload,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        spellcheck: false,
        // Nobody sees it: it must train at full speed all the same.
        backgroundThrottling: false,
      },
    });
    const made: TrainerWindow = { window, waiting: [] };
    open.set(id, made);
    const { webContents: contents } = window;
    contents.on('render-process-gone', (_event, { reason }) =>
      leave(id, `its window ended (${reason})`),
    );
    // Quitting asks every window, and the studio's own decides; `destroy` does not ask.
    window.on('close', (event) => event.preventDefault());
    window.on('closed', () => leave(id, 'its window was closed'));
    contents.ipc.on('trainer:listening', () => {
      for (const message of made.waiting ?? []) contents.send('trainer:message', message);
      made.waiting = null;
    });
    contents.ipc.handle('trainer:message', (_event, message: unknown) =>
      report({ kind: 'window-report', window: id, report: 'said', message }),
    );
    const tooLate = setTimeout(() => {
      if (made.waiting) leave(id, 'its window did not load in time');
    }, loadMilliseconds);
    window.once('closed', () => clearTimeout(tooLate));
    void window.loadURL(`${developmentServer ?? pageOrigin}/trainer.html`).catch((error: Error) => {
      leave(id, `its window did not load (${error.message})`);
    });
  }

  function openWindow(id: number, needsHardware: boolean): void {
    if (!needsHardware || mayHaveGpu()) make(id);
    else {
      const reason = 'Chromium knows of no graphics card';
      report({ kind: 'window-report', window: id, report: 'gone', reason });
    }
  }

  return {
    obey(command) {
      const { window: id } = command;
      if (command.command === 'open') openWindow(id, command.needsHardware);
      else if (command.command === 'close') leave(id, 'its window was closed');
      else tell(open.get(id), command.message);
    },
    closeAll() {
      for (const id of [...open.keys()]) leave(id, 'the studio closed');
    },
  };
}

/**
 * False only where Chromium is sure that it draws and computes on the processor: whether a card can
 * train, its own page finds out.
 */
function mayHaveGpu(): boolean {
  // Electron's types do not know this one yet.
  const { webgpu } = app.getGPUFeatureStatus() as { webgpu?: string };
  return isSoftwareGpuWanted() || !webgpu?.endsWith('_software');
}

function tell(to: TrainerWindow | undefined, message: unknown): void {
  if (!to) return;
  const contents: WebContents = to.window.webContents;
  if (to.waiting) to.waiting.push(message);
  else contents.send('trainer:message', message);
}
