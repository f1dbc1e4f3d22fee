/** Which screen is in front, which run is open, and where on the screen to go. */
import { create } from 'zustand';
import { leaveField } from './leaveField.ts';

export const screens = ['welcome', 'data', 'model', 'train', 'runs', 'test', 'devices'] as const;
export type Screen = (typeof screens)[number];

interface NavigationState {
  readonly screen: Screen;
  /** The run that the runs screen shows in full; null for the table. */
  readonly openRun: string | null;
  /** Scrolled to once it is drawn. */
  readonly anchor: string | null;
  go(screen: Screen): void;
  openRunPage(run: string, anchor?: string): void;
  closeRunPage(): void;
}

export const useNavigation = create<NavigationState>((set) => {
  const move = (to: Partial<NavigationState>) => {
    leaveField();
    set(to);
  };
  return {
    screen: 'welcome',
    openRun: null,
    anchor: null,
    go: (screen) => move({ screen, anchor: null, ...(screen === 'runs' ? { openRun: null } : {}) }),
    openRunPage: (run, anchor) => move({ screen: 'runs', openRun: run, anchor: anchor ?? null }),
    closeRunPage: () => move({ openRun: null, anchor: null }),
  };
});

/**
 * For what a person starts and waits for: to be called when it begins, and the result when it is
 * done. It leads to its screen, unless the person has gone to another one meanwhile.
 */
export function goWhenDone(): (screen: Screen) => void {
  const { screen: begun } = useNavigation.getState();
  return (screen) => {
    const now = useNavigation.getState();
    if (now.screen === begun) now.go(screen);
  };
}
