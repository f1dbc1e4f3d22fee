import { useSyncExternalStore } from 'react';

/** Below this the work needs the whole width; the inspector then lies over it. */
const wide = window.matchMedia('(min-width: 1120px)');

function subscribe(listener: () => void): () => void {
  wide.addEventListener('change', listener);
  return () => wide.removeEventListener('change', listener);
}

export function useIsWide(): boolean {
  return useSyncExternalStore(subscribe, () => wide.matches);
}

/** For who acts on it once. */
export const isWide = (): boolean => wide.matches;
