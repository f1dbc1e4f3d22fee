/** A group of settings that folds; folded, it says in a few words what is set. */
import { ChevronRight, CircleAlert, TriangleAlert } from 'lucide-react';
import { type ReactNode, useId, useRef } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { cn } from '../components/cn.ts';
import { type SettingsPlace, usePreferences } from '../state/preferences.ts';
import { useProblems } from '../state/useProblems.ts';
import { groupOfPlace, type SettingGroup } from './settingGroups.ts';

interface SettingsGroupProps {
  readonly place: SettingsPlace;
  readonly name: SettingGroup;
  readonly summary: string;
  readonly children: ReactNode;
}

export function SettingsGroup({ place, name, summary, children }: SettingsGroupProps) {
  const { t } = useTranslation();
  const id = useId();
  // Beside the network, below the heading of their part of the pane.
  const Heading = place === 'train' ? 'h2' : 'h3';
  const frame = useRef<HTMLElement>(null);
  const isOpen = usePreferences(({ foldedSettings }) => !foldedSettings[place].includes(name));
  return (
    <section
      ref={frame}
      aria-labelledby={`${id}-title`}
      className="border-b border-line last:border-b-0"
    >
      <Heading>
        <button
          id={`${id}-title`}
          type="button"
          data-testid={`settings-${name}`}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => {
            flushSync(() => foldSettings(place, name, isOpen));
            // What was unfolded at the lower end is seen.
            if (!isOpen) frame.current?.scrollIntoView({ block: 'nearest' });
          }}
          className="flex h-9 w-full items-center gap-1.5 rounded-md text-left text-sm transition-colors hover:text-accent-ink"
        >
          <ChevronRight
            aria-hidden
            className={cn(
              'size-3.5 shrink-0 text-faint transition-transform',
              isOpen && 'rotate-90',
            )}
          />
          <span className="shrink-0 font-semibold">{t(`settings.groups.${name}`)}</span>
          <GroupProblem name={name} />
          {isOpen ? null : (
            <span className="caption ml-auto min-w-0 truncate pl-2" title={summary}>
              {summary}
            </span>
          )}
        </button>
      </Heading>
      <div id={id} hidden={!isOpen} className="flex flex-col gap-3 pt-0.5 pb-4">
        {isOpen ? children : null}
      </div>
    </section>
  );
}

export function foldSettings(place: SettingsPlace, name: SettingGroup, isFolded: boolean): void {
  const { foldedSettings, set } = usePreferences.getState();
  const others = foldedSettings[place].filter((one) => one !== name);
  const folded = isFolded ? [...others, name] : others;
  set({ foldedSettings: { ...foldedSettings, [place]: folded } });
}

/** The worst of them; the words are at the fields. */
function GroupProblem({ name }: { readonly name: SettingGroup }) {
  const { t } = useTranslation();
  const own = useProblems('').filter(({ where }) => groupOfPlace(where) === name);
  if (own.some(({ severity }) => severity === 'error')) {
    return (
      <CircleAlert role="img" aria-label={t('settings.hasError')} className="size-3.5 text-error" />
    );
  }
  if (!own.some(({ severity }) => severity === 'warning')) return null;
  return (
    <TriangleAlert
      role="img"
      aria-label={t('settings.hasHint')}
      className="size-3.5 text-attention"
    />
  );
}
