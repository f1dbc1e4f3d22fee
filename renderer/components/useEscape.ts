import { useEffect } from 'react';

/** What waits for Escape, the newest last: it lies in front of the others. */
const waiting: (() => void)[] = [];

/** Keys that a tooltip was closed by, and nothing else. */
const shared = new WeakSet<KeyboardEvent>();

/** A tooltip goes with Escape, and is nothing that a person would go back from. */
export function shareEscape(event: KeyboardEvent): void {
  // In front of a dialog or a menu, it is still theirs.
  if (!document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]')) {
    shared.add(event);
  }
}

function onKey(event: KeyboardEvent): void {
  const isFree = !event.defaultPrevented || shared.has(event);
  if (event.key === 'Escape' && !event.isComposing && isFree) waiting.at(-1)?.();
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
