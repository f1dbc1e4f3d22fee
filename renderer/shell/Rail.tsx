import { Boxes, ChartSpline, Database, FlaskConical, History, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { cn } from '../components/cn.ts';
import { Tooltip } from '../components/Tooltip.tsx';
import { useMessage } from '../i18n/useMessage.ts';
import { finalistsAmong } from '../screens/test/rankFinalists.ts';
import { useCheck } from '../state/check.ts';
import { useExperiment } from '../state/experiment.ts';
import { type Screen, useNavigation } from '../state/navigation.ts';
import { useRuns } from '../state/runs.ts';
import { Mark } from './Mark.tsx';
import { railStatus, type StepStatus } from './railStatus.ts';

type Step = Exclude<Screen, 'welcome' | 'devices'>;

const steps: readonly { screen: Step; Icon: LucideIcon }[] = [
  { screen: 'data', Icon: Database },
  { screen: 'model', Icon: Boxes },
  { screen: 'train', Icon: ChartSpline },
  { screen: 'runs', Icon: History },
  { screen: 'test', Icon: FlaskConical },
];

const dots: Record<StepStatus['state'], string> = {
  ready: 'bg-good',
  attention: 'bg-attention ring-2 ring-attention/25',
  running: 'bg-accent animate-[pulse-dot_1.2s_infinite]',
  idle: 'hidden',
};

/** The way through the work, in the order in which it is read; each step says where it stands. */
export function Rail() {
  const { t } = useTranslation();
  const { screen: current, go } = useNavigation();
  return (
    <nav aria-label={t('rail.name')} className="flex w-19 shrink-0 flex-col items-center pb-2">
      <Tooltip text={t('screens.welcome')} side="right">
        <button
          type="button"
          data-testid="rail-welcome"
          aria-label={t('screens.welcome')}
          aria-current={current === 'welcome' ? 'page' : undefined}
          onClick={() => go('welcome')}
          className="flex h-12 w-full items-center justify-center"
        >
          <Mark className="size-6" />
        </button>
      </Tooltip>
      <ul className="mt-1 flex w-full flex-col gap-1 px-2">
        {steps.map(({ screen, Icon }) => (
          <li key={screen}>
            <RailItem screen={screen} Icon={Icon} isCurrent={screen === current} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface RailItemProps {
  readonly screen: Step;
  readonly Icon: LucideIcon;
  readonly isCurrent: boolean;
}

function RailItem({ screen, Icon, isCurrent }: RailItemProps) {
  const { t } = useTranslation();
  const go = useNavigation((state) => state.go);
  const say = useMessage();
  const { state, reason } = useStatus(screen);
  const told = reason ? say(reason) : t(`rail.${screen}.${state}`);
  return (
    <Tooltip text={told} side="right">
      <button
        type="button"
        data-testid={`rail-${screen}`}
        data-state={state}
        aria-current={isCurrent ? 'page' : undefined}
        aria-description={told}
        onClick={() => go(screen)}
        className={cn(
          'relative flex h-13 w-full flex-col items-center justify-center gap-1 rounded-lg text-xs text-muted transition-colors hover:bg-hover hover:text-ink',
          isCurrent &&
            'bg-accent-soft font-semibold text-accent-ink hover:bg-accent-soft hover:text-accent-ink',
        )}
      >
        <Icon aria-hidden className="size-4.5" strokeWidth={isCurrent ? 2 : 1.75} />
        {t(`screens.${screen}`)}
        <span
          aria-hidden
          className={cn('absolute top-1.5 right-3 size-1.5 rounded-full', dots[state])}
        />
      </button>
    </Tooltip>
  );
}

function useStatus(screen: Step): StepStatus {
  const isOpen = useExperiment(({ draft }) => draft !== null);
  const layers = useExperiment(({ draft }) => draft?.spec.model.layers.length ?? 0);
  const { report, error } = useCheck();
  // Flags, not runs: a run changes many times a second.
  const isTraining = useRuns(({ runs }) => runs.some(({ status }) => status === 'running'));
  const hasRuns = useRuns(({ runs }) => runs.length > 0);
  const hasFinalist = useRuns(({ runs }) => finalistsAmong(runs).length > 0);
  return railStatus(screen, {
    isOpen,
    layers,
    report,
    checkError: error,
    isTraining,
    hasRuns,
    hasFinalist,
  });
}
