/**
 * Asks before a closing window ends a run or an import, then ends them in order: the last epoch of a
 * run is kept, of an import nothing. An import that ends in a moment is let end.
 */
import { setTimeout as delay } from 'node:timers/promises';
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

const momentMilliseconds = 1_000;

export function guardQuit({ window, host, presence, words }: QuitGuardOptions): void {
  let asking = false;
  let agreed = false;
  const imports = () => host.unanswered('datasets.import');
  const isBusy = () => presence.activeRuns().length > 0 || imports().length > 0;

  async function mayQuit(): Promise<boolean> {
    if (imports().length > 0) {
      await Promise.race([
        Promise.all(imports().map(({ ended }) => ended)),
        delay(momentMilliseconds),
      ]);
    }
    if (!isBusy()) return true;
    const question = questionOf(words(), presence.activeRuns().length > 0, imports().length > 0);
    return askToStop(window, question, words());
  }

  window.on('close', (event) => {
    if (agreed || !isBusy()) return;
    event.preventDefault();
    if (asking) return;
    asking = true;
    void mayQuit().then(async (may) => {
      asking = false;
      if (!may) return;
      agreed = true;
      // A run that ended meanwhile refuses to stop; that is what was wanted.
      await Promise.allSettled([
        ...presence.activeRuns().map((run) => host.request('runs.stop', { run })),
        ...imports().map(({ params }) => cancelImport(host, params)),
      ]);
      app.quit();
    });
  });
}

/** `wish`: as the page asked for it. */
async function cancelImport(host: ServiceHost, wish: unknown): Promise<void> {
  const path = typeof wish === 'object' && wish !== null && 'path' in wish ? wish.path : null;
  await host.request('datasets.cancelImport', { path });
}

interface Question {
  readonly message: string;
  readonly detail: string;
}

function questionOf(text: Words, isTraining: boolean, isImporting: boolean): Question {
  if (!isImporting) return { message: text.quitQuestion, detail: text.quitDetail };
  if (!isTraining) return { message: text.quitImportQuestion, detail: text.quitImportDetail };
  const detail = [text.quitDetail, text.quitImportDetail].join(' ');
  return { message: text.quitBothQuestion, detail };
}

async function askToStop(
  window: BrowserWindow,
  { message, detail }: Question,
  text: Words,
): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message,
    detail,
    buttons: [text.stopAndQuit, text.cancel],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}
