/**
 * Asks before a closing window ends a run, then stops the run in order so that its last epoch is
 * kept.
 */
import { app, type BrowserWindow, dialog } from 'electron';
import type { RunPresence } from './runPresence.ts';
import type { ServiceHost } from './serviceHost.ts';
import type { Words } from './words.ts';

export interface QuitGuardOptions {
  readonly window: BrowserWindow;
  readonly host: ServiceHost;
  readonly presence: RunPresence;
  readonly words: () => Words;
}

export function guardQuit({ window, host, presence, words }: QuitGuardOptions): void {
  let asking = false;
  let agreed = false;
  window.on('close', (event) => {
    if (agreed || presence.activeRuns().length === 0) return;
    event.preventDefault();
    if (asking) return;
    asking = true;
    void askToStop(window, words()).then(async (stop) => {
      asking = false;
      if (!stop) return;
      agreed = true;
      // A run that ended meanwhile refuses to stop; that is what was wanted.
      await Promise.allSettled(
        presence.activeRuns().map((run) => host.request('runs.stop', { run })),
      );
      app.quit();
    });
  });
}

async function askToStop(window: BrowserWindow, text: Words): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: text.quitQuestion,
    detail: text.quitDetail,
    buttons: [text.stopAndQuit, text.cancel],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}
