/**
 * The keys that the page takes itself: training and its settings, undo and
 * redo, the palette. The native menu shows
 * them and does not register them (main/menu.ts); every other key is the menu's, which sends
 * commands, so that none fires twice.
 *
 * Nothing fires while an input method composes. Undo and redo are heard before any field, which else
 * would leave them to Chromium and its one history for all fields (state/textEntry.ts).
 */
import { useEffect } from 'react';
import type { MenuCommand } from '../../core/contract/ShellApi.ts';
import { carryOut } from '../actions/carryOut.ts';
import { startFollowingText } from '../state/textEntry.ts';
import { desktop } from '../studio.ts';

export function useShortcuts(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const control = desktop.platform === 'darwin' ? event.metaKey : event.ctrlKey;
      if (!control || event.altKey || event.isComposing) return;
      const command = commandOf(event);
      const isFirst = command === 'undo' || command === 'redo';
      if (!command || isFirst !== (event.eventPhase === Event.CAPTURING_PHASE)) return;
      event.preventDefault();
      carryOut(command);
    };
    window.addEventListener('keydown', onKey, true);
    window.addEventListener('keydown', onKey);
    const endFollowing = startFollowingText();
    const endMenu = desktop.onMenu(carryOut);
    return () => {
      window.removeEventListener('keydown', onKey, true);
      window.removeEventListener('keydown', onKey);
      endFollowing();
      endMenu();
    };
  }, []);
}

function commandOf({ key, shiftKey }: KeyboardEvent): MenuCommand | null {
  switch (key.toLowerCase()) {
    case 'enter':
      return 'train';
    case 'z':
      return shiftKey ? 'redo' : 'undo';
    case 'y':
      return 'redo';
    case 'j':
      return 'training-settings';
    case 'k':
      return 'command-palette';
    default:
      return null;
  }
}
