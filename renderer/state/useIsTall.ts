import { useSyncExternalStore } from 'react';

/** Below this the pane on the right has room for one of its parts at a time. */
const tall = window.matchMedia('(min-height: 620px)');

function subscribe(listener: () => void): () => void {
  tall.addEventListener('change', listener);
  return () => tall.removeEventListener('change', listener);
}

export function useIsTall(): boolean {
  return useSyncExternalStore(subscribe, () => tall.matches);
}
