/**
 * What the desktop shows of training while the window may be covered: progress on the taskbar, a
 * machine that does not fall asleep, a notification at the end.
 */
import { type BrowserWindow, Notification, powerSaveBlocker } from 'electron';
import type { RunRecord, RunStatus } from '../core/contract/RunRecord.ts';
import type { StudioEvent } from '../core/contract/StudioEvent.ts';
import type { Words } from './words.ts';

export interface RunPresence {
  /** Runs that are queued, training or paused: those that a quit would end. */
  activeRuns(): readonly string[];
  follow(event: StudioEvent): void;
}

const isActive = (status: RunStatus) =>
  status === 'queued' || status === 'running' || status === 'paused';

export function runPresence(window: BrowserWindow, words: () => Words): RunPresence {
  const active = new Set<string>();
  let awake: number | null = null;

  function changed(run: RunRecord): void {
    const wasActive = active.has(run.id);
    if (isActive(run.status)) active.add(run.id);
    else active.delete(run.id);
    if (wasActive && !isActive(run.status)) notifyEnd(window, run, words());
    settle();
  }

  function settle(): void {
    if (active.size > 0) {
      awake ??= powerSaveBlocker.start('prevent-app-suspension');
      return;
    }
    if (awake !== null) powerSaveBlocker.stop(awake);
    awake = null;
    showProgress(window, -1);
  }

  return {
    activeRuns: () => [...active],
    follow(event) {
      if (event.event === 'run.changed') changed(event.run);
      if (event.event === 'run.removed') {
        active.delete(event.run);
        settle();
      }
      if (event.event === 'error' && event.error.code === 'service-crashed') {
        // Its trainers ended with it, and nobody is left to tell of each.
        active.clear();
        settle();
      }
      if (event.event === 'run.progress' && active.has(event.run)) {
        const { iteration, iterations } = event.progress;
        showProgress(window, iterations > 0 ? iteration / iterations : 0);
      }
    },
  };
}

function showProgress(window: BrowserWindow, fraction: number): void {
  if (!window.isDestroyed()) window.setProgressBar(fraction);
}

function notifyEnd(window: BrowserWindow, run: RunRecord, text: Words): void {
  if (window.isDestroyed() || window.isFocused() || !Notification.isSupported()) return;
  const notification = new Notification({ title: endTitle(run.status, text), body: run.name });
  notification.on('click', () => {
    if (window.isDestroyed()) return;
    window.show();
    window.focus();
  });
  notification.show();
}

function endTitle(status: RunStatus, text: Words): string {
  if (status === 'completed') return text.runCompleted;
  if (status === 'stopped') return text.runStopped;
  return status === 'crashed' ? text.runCrashed : text.runFailed;
}
