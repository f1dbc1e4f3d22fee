/**
 * The keyboard, for the page that has no native menu around it as for the one that has.
 *
 * Nothing fires while an input method composes, and none is a plain letter.
 */
import { useEffect } from 'react';
import type { MenuCommand } from '../../core/contract/ShellApi.ts';
import { carryOut } from '../actions/carryOut.ts';
import { desktop } from '../studio.ts';

export function useShortcuts(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented) return;
      const command = commandOf(event);
      if (!command) return;
      const inText = event.target instanceof HTMLInputElement;
      if (inText && (command === 'undo' || command === 'redo')) return;
      event.preventDefault();
      carryOut(command);
    };
    window.addEventListener('keydown', onKey);
    const endMenu = desktop.onMenu(carryOut);
    return () => {
      window.removeEventListener('keydown', onKey);
      endMenu();
    };
  }, []);
}

function commandOf(event: KeyboardEvent): MenuCommand | null {
  const control = desktop.platform === 'darwin' ? event.metaKey : event.ctrlKey;
  if (!control || event.altKey) return null;
  const key = event.key.toLowerCase();
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
  if (event.shiftKey) return null;
  if (key === 'y') return 'redo';
  if (key === 'enter') return 'train';
  if (key === 'k') return 'command-palette';
  return null;
}
