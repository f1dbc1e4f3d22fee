import { useEffect } from 'react';

/** What waits for Escape, the newest last: it lies in front of the others. */
const waiting: (() => void)[] = [];

function onKey(event: KeyboardEvent): void {
  const isFree = !event.isComposing && !event.defaultPrevented;
  if (event.key === 'Escape' && isFree) waiting.at(-1)?.();
}

/**
 * Escape goes back, unless something in front has taken it: a menu, a dialog, a text field, or
 * another one of these that came later.
 */
export function useEscape(act: () => void): void {
  useEffect(() => {
    if (waiting.length === 0) window.addEventListener('keydown', onKey);
    waiting.push(act);
    return () => {
      waiting.splice(waiting.lastIndexOf(act), 1);
      if (waiting.length === 0) window.removeEventListener('keydown', onKey);
    };
  }, [act]);
}
