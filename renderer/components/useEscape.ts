import { useEffect } from 'react';

/** Escape goes back, unless something in front (a menu, a dialog, a text field) has taken it. */
export function useEscape(act: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isFree = !event.isComposing && !event.defaultPrevented;
      if (event.key === 'Escape' && isFree) act();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [act]);
}
