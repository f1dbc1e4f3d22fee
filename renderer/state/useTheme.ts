import { useSyncExternalStore } from 'react';
import { usePreferences } from './preferences.ts';

const systemIsDark = window.matchMedia('(prefers-color-scheme: dark)');

function subscribe(listener: () => void): () => void {
  systemIsDark.addEventListener('change', listener);
  return () => systemIsDark.removeEventListener('change', listener);
}

/** The theme in effect: the chosen one, else the system's. */
export function useTheme(): 'light' | 'dark' {
  const chosen = usePreferences(({ theme }) => theme);
  const dark = useSyncExternalStore(subscribe, () => systemIsDark.matches);
  if (chosen !== 'system') return chosen;
  return dark ? 'dark' : 'light';
}
