import { useCallback, useState } from 'react';
import { focusNetwork } from '../actions/toggleSettings.ts';
import { useEscape } from '../components/useEscape.ts';
import { useInspection } from '../state/inspection.ts';
import type { Screen } from '../state/navigation.ts';
import { SidePane } from './SidePane.tsx';

interface PaneOverlayProps {
  readonly screen: Screen;
}

/** The pane over the work of a narrow window; Escape closes it and gives the keyboard back. */
export function PaneOverlay({ screen }: PaneOverlayProps) {
  // Read before a control of the pane can have taken it.
  const [before] = useState(() => document.activeElement);
  const close = useCallback(() => {
    useInspection.setState({ overlay: false });
    const isThere = before instanceof HTMLElement && before.isConnected && before !== document.body;
    if (isThere) before.focus();
    else focusNetwork();
  }, [before]);
  useEscape(close);
  return (
    <div
      data-testid="pane-overlay"
      className="float-in absolute inset-y-0 right-0 z-20 w-72 border-l border-line shadow-float"
    >
      <SidePane screen={screen} />
    </div>
  );
}
