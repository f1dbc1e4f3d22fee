/**
 * The work in the middle and the pane with the inspector beside it; a narrow window keeps the work.
 */
import { memo, useDeferredValue, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { DataScreen } from '../screens/data/DataScreen.tsx';
import { DevicesScreen } from '../screens/devices/DevicesScreen.tsx';
import { ModelScreen } from '../screens/model/ModelScreen.tsx';
import { RunsScreen } from '../screens/runs/RunsScreen.tsx';
import { TestScreen } from '../screens/test/TestScreen.tsx';
import { TrainScreen } from '../screens/train/TrainScreen.tsx';
import { WelcomeScreen } from '../screens/welcome/WelcomeScreen.tsx';
import { useInspection } from '../state/inspection.ts';
import { type Screen, useNavigation } from '../state/navigation.ts';
import { usePreferences } from '../state/preferences.ts';
import { useIsWide } from '../state/useIsWide.ts';
import { PaneOverlay } from './PaneOverlay.tsx';
import { ResizeHandle } from './ResizeHandle.tsx';
import { SidePane } from './SidePane.tsx';
import { usePaneWidth } from './usePaneWidth.ts';

const pages: Record<Screen, () => React.ReactNode> = {
  welcome: WelcomeScreen,
  data: DataScreen,
  model: ModelScreen,
  train: TrainScreen,
  runs: RunsScreen,
  test: TestScreen,
  devices: DevicesScreen,
};

export function Workspace() {
  const { t } = useTranslation();
  // Deferred: React may draw a new screen in slices, and a click goes first.
  const screen = useDeferredValue(useNavigation((state) => state.screen));
  const openRun = useNavigation((state) => state.openRun);
  const wanted = usePreferences((state) => state.inspector);
  const inspect = useInspection((state) => state.inspect);
  const overlay = useInspection((state) => state.overlay);
  const isWide = useIsWide();
  const [width, setWidth] = usePaneWidth();

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new screen or run has its own things to explain.
  useEffect(() => inspect(null), [screen, openRun, inspect]);

  const hasInspector = wanted && isWide && screen !== 'welcome';
  const liesOver = overlay && !isWide && screen !== 'welcome';
  return (
    <main
      aria-label={t(`screens.${screen}`)}
      className="relative flex min-h-0 flex-1 overflow-clip"
    >
      <Work screen={screen} />
      {hasInspector ? (
        <>
          <ResizeHandle
            label={t('inspector.resize')}
            width={width}
            minimum={210}
            maximum={480}
            onResize={setWidth}
          />
          <div className="shrink-0" style={{ width }}>
            <SidePane screen={screen} />
          </div>
        </>
      ) : null}
      {liesOver ? <PaneOverlay screen={screen} /> : null}
    </main>
  );
}

/** Remembered: a screen draws what it subscribes to, not whatever moves around it. */
const Work = memo(function Work({ screen }: { readonly screen: Screen }) {
  const Page = pages[screen];
  return (
    <div
      data-testid={`screen-${screen}`}
      className="h-full min-w-0 flex-1 overflow-clip rounded-tl-xl border-t border-l border-line bg-surface"
    >
      <Page />
    </div>
  );
});
