/**
 * Ctrl+Enter trains; every other key belongs to the native menu, which sends commands, so that
 * none fires twice.
 *
 * Nothing fires while an input method composes.
 */
import { useEffect } from 'react';
import { carryOut } from '../actions/carryOut.ts';
import { desktop } from '../studio.ts';

export function useShortcuts(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const control = desktop.platform === 'darwin' ? event.metaKey : event.ctrlKey;
      if (!control || event.key !== 'Enter' || event.isComposing) return;
      event.preventDefault();
      carryOut('train');
    };
    window.addEventListener('keydown', onKey);
    const endMenu = desktop.onMenu(carryOut);
    return () => {
      window.removeEventListener('keydown', onKey);
      endMenu();
    };
  }, []);
}
