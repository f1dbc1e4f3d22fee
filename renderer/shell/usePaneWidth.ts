import { useEffect, useState } from 'react';
import { usePreferences } from '../state/preferences.ts';

const PAUSE_MILLISECONDS = 300;

/** Pixels of the pane on the right; remembered once its line is let go of, not at every step. */
export function usePaneWidth(): readonly [width: number, resize: (width: number) => void] {
  const { paneWidth, set } = usePreferences();
  const [dragged, setDragged] = useState<number | null>(null);
  useEffect(() => {
    if (dragged === null) return;
    const timer = setTimeout(() => {
      set({ paneWidth: dragged });
      setDragged(null);
    }, PAUSE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [dragged, set]);
  return [dragged ?? paneWidth, setDragged];
}
