/**
 * Saves what was changed within the last moments before the window closes, what is still being typed
 * among it. The page waits for no answer: the shell does, before it ends the service.
 */
import { saveNow, useAutosave } from './autosave.ts';
import { leaveField } from './leaveField.ts';

export function saveBeforeClosing(): void {
  window.addEventListener('beforeunload', () => {
    leaveField();
    if (useAutosave.getState().status !== 'saved') void saveNow();
  });
}
