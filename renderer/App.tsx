import { Tooltip } from 'radix-ui';
import { Toaster } from 'sonner';
import { ConfirmDialog } from './components/ConfirmDialog.tsx';
import { LiveRegion } from './components/LiveRegion.tsx';
import { CommandPalette } from './shell/CommandPalette.tsx';
import { DropTarget } from './shell/DropTarget.tsx';
import { Rail } from './shell/Rail.tsx';
import { ReadOnlyBanner } from './shell/ReadOnlyBanner.tsx';
import { StatusBar } from './shell/StatusBar.tsx';
import { TopBar } from './shell/TopBar.tsx';
import { useAppearance } from './shell/useAppearance.ts';
import { useShortcuts } from './shell/useShortcuts.ts';
import { Workspace } from './shell/Workspace.tsx';
import { useTheme } from './state/useTheme.ts';

/** The frame: rail, work, inspector, status bar. */
export function App() {
  useAppearance();
  useShortcuts();
  const theme = useTheme();
  return (
    <Tooltip.Provider delayDuration={500} skipDelayDuration={200}>
      {/* Clipped, not hidden: what scrolls into view moves its own pane, never the window. */}
      <div className="relative flex h-full flex-col overflow-clip">
        <div className="flex min-h-0 flex-1">
          <Rail />
          <div className="flex min-w-0 flex-1 flex-col">
            <TopBar />
            <ReadOnlyBanner />
            <Workspace />
          </div>
        </div>
        <StatusBar />
      </div>
      <DropTarget />
      <CommandPalette />
      <ConfirmDialog />
      <LiveRegion />
      <Toaster
        theme={theme}
        position="bottom-right"
        closeButton
        offset={{ bottom: 40, right: 16 }}
        toastOptions={{
          style: {
            background: 'var(--raised)',
            color: 'var(--ink)',
            borderColor: 'var(--line)',
            fontFamily: 'var(--font-sans)',
            boxShadow: 'var(--shadow)',
          },
        }}
      />
    </Tooltip.Provider>
  );
}
