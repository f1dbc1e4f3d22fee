/**
 * Beside the work: the inspector; beside the network also the settings of the experiment, so that
 * one builds, sets and trains on one screen. Both parts fold.
 */
import { ChevronRight } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { cn } from '../components/cn.ts';
import { Inspector } from '../inspector/Inspector.tsx';
import { ExperimentSettings } from '../settings/ExperimentSettings.tsx';
import { useSpec } from '../state/experiment.ts';
import type { Screen } from '../state/navigation.ts';
import { type ModelPane, usePreferences } from '../state/preferences.ts';
import { useIsTall } from '../state/useIsTall.ts';
import { TrainStrip } from './TrainStrip.tsx';

interface SidePaneProps {
  /** The one that is drawn beside it. */
  readonly screen: Screen;
}

export function SidePane({ screen }: SidePaneProps) {
  const spec = useSpec();
  return screen === 'model' && spec ? <ModelSide spec={spec} /> : <Inspector />;
}

function ModelSide({ spec }: { readonly spec: NonNullable<ReturnType<typeof useSpec>> }) {
  const { t } = useTranslation();
  const { modelPane, set } = usePreferences();
  const isTall = useIsTall();
  const { settings } = modelPane;
  const explanation = modelPane.explanation && (isTall || !settings);
  const toggle = (changes: Partial<ModelPane>) => set({ modelPane: { ...modelPane, ...changes } });
  return (
    <div className="flex h-full flex-col border-t border-line bg-surface">
      <Part
        name="settings"
        title={t('train.settings')}
        isOpen={settings}
        onToggle={() => toggle({ settings: !settings })}
        className={settings ? 'min-h-0 flex-1' : ''}
      >
        <ExperimentSettings spec={spec} place="model" className="min-h-0 flex-1 px-4" />
        <TrainStrip />
      </Part>
      <Part
        name="explanation"
        title={t('inspector.name')}
        isOpen={explanation}
        onToggle={() =>
          toggle({
            explanation: !explanation,
            ...(isTall || explanation ? {} : { settings: false }),
          })
        }
        className={cn(
          'border-t border-line',
          explanation && (settings ? 'h-[34%]' : 'min-h-0 flex-1'),
        )}
      >
        <div className="min-h-0 flex-1">
          <Inspector />
        </div>
      </Part>
    </div>
  );
}

interface PartProps {
  readonly name: keyof ModelPane;
  readonly title: string;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly className: string;
  readonly children: ReactNode;
}

function Part({ name, title, isOpen, onToggle, className, children }: PartProps) {
  const id = useId();
  return (
    <div data-testid={`pane-part-${name}`} className={cn('flex shrink-0 flex-col', className)}>
      <h2>
        <button
          type="button"
          data-testid={`pane-${name}`}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={onToggle}
          className="flex h-9 w-full items-center gap-1.5 bg-sunken px-3 text-left text-xs font-semibold text-muted transition-colors hover:text-ink"
        >
          <ChevronRight
            aria-hidden
            className={cn('size-3.5 shrink-0 transition-transform', isOpen && 'rotate-90')}
          />
          {title}
        </button>
      </h2>
      <div id={id} hidden={!isOpen} className={isOpen ? 'flex min-h-0 flex-1 flex-col' : ''}>
        {isOpen ? children : null}
      </div>
    </div>
  );
}
