import { Cpu, Languages, Monitor, Moon, Sun } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Theme } from '../../core/contract/ShellApi.ts';
import { ProgressBar } from '../components/ProgressBar.tsx';
import { StatusBadge } from '../components/StatusBadge.tsx';
import { Tooltip } from '../components/Tooltip.tsx';
import { fileNameOf } from '../format/fileNameOf.ts';
import { useExecutorText } from '../format/useExecutorText.ts';
import { useFormat } from '../format/useFormat.ts';
import { useCatalog } from '../state/catalog.ts';
import { useImporting } from '../state/importing.ts';
import { useNavigation } from '../state/navigation.ts';
import { usePreferences } from '../state/preferences.ts';
import { activeRunOf, useActiveRun, useRuns } from '../state/runs.ts';

const nextTheme: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' };
const themeIcons = { system: Monitor, light: Sun, dark: Moon } as const;
const button =
  'flex h-6 items-center gap-1.5 rounded-md px-1.5 transition-colors hover:bg-hover hover:text-ink';

export function StatusBar() {
  const { t } = useTranslation();
  const { language, theme, set } = usePreferences();
  const ThemeIcon = themeIcons[theme];
  return (
    <footer
      data-testid="status-bar"
      className="flex h-7 shrink-0 items-center gap-2 border-t border-line px-2 text-xs text-muted"
    >
      <Executor />
      <RunningJob />
      <RunningImport />
      <span className="ml-auto" />
      <button
        type="button"
        data-testid="language-toggle"
        lang={language === 'en' ? 'ko' : 'en'}
        onClick={() => set({ language: language === 'en' ? 'ko' : 'en' })}
        className={button}
      >
        <Languages aria-hidden className="size-3.5" />
        {language === 'en' ? '한국어' : 'English'}
      </button>
      <button
        type="button"
        data-testid="theme-toggle"
        aria-label={t('theme.change', { theme: t(`theme.${theme}`) })}
        onClick={() => set({ theme: nextTheme[theme] })}
        className={button}
      >
        <ThemeIcon aria-hidden className="size-3.5" />
        {t(`theme.${theme}`)}
      </button>
    </footer>
  );
}

function Executor() {
  const { t } = useTranslation();
  const executorText = useExecutorText();
  const info = useCatalog((state) => state.info);
  const go = useNavigation((state) => state.go);
  const executor = useRuns(({ runs }) => activeRunOf(runs)?.executor ?? null);
  if (!info) return null;
  return (
    <Tooltip text={t('statusBar.devices')}>
      <button
        type="button"
        data-testid="open-devices"
        onClick={() => go('devices')}
        className={`${button} shrink-0`}
      >
        <Cpu aria-hidden className="size-3.5" />
        {executor
          ? executorText(executor)
          : t('statusBar.executor', { name: 'CPU', count: info.cpuThreads })}
      </button>
    </Tooltip>
  );
}

function RunningJob() {
  const { t } = useTranslation();
  const format = useFormat();
  const run = useActiveRun();
  const stopping = useRuns((state) => run !== null && state.stopping.has(run.id));
  const go = useNavigation((state) => state.go);
  const isImporting = useImporting(({ draft }) => (draft?.progress ?? null) !== null);
  if (!run && isImporting) return null;
  if (!run) return <span className="truncate text-faint">{t('statusBar.idle')}</span>;
  const { progress, status } = run;
  const fraction = progress.iterations > 0 ? progress.iteration / progress.iterations : 0;
  return (
    <button type="button" onClick={() => go('train')} className={`${button} min-w-0`}>
      <StatusBadge status={status} stopping={stopping} />
      <span className="max-w-48 truncate">{run.name}</span>
      <ProgressBar label={t('train.progress')} fraction={fraction} className="w-28" />
      <span className="number">{format.wholePercent(fraction)}</span>
      {progress.secondsLeft === null || status === 'paused' ? null : (
        <span className="number whitespace-nowrap">
          {t('train.left', { time: format.duration(progress.secondsLeft) })}
        </span>
      )}
    </button>
  );
}

function RunningImport() {
  const { t } = useTranslation();
  const format = useFormat();
  const draft = useImporting((state) => state.draft);
  const go = useNavigation((state) => state.go);
  if (!draft?.progress) return null;
  const { fraction } = draft.progress;
  return (
    <button
      type="button"
      data-testid="status-import"
      onClick={() => go('data')}
      className={`${button} min-w-0`}
    >
      <span className="max-w-48 truncate">
        {t('statusBar.importing', { name: fileNameOf(draft.path) })}
      </span>
      <ProgressBar label={t('import.progress')} fraction={fraction} className="w-28" />
      <span className="number">{format.wholePercent(fraction)}</span>
    </button>
  );
}
