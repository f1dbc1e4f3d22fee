import { useTranslation } from 'react-i18next';
import type { MenuCommand } from '../../core/contract/ShellApi.ts';
import { carryOut } from '../actions/carryOut.ts';
import { openExperiment } from '../actions/openExperiment.ts';
import { pauseTraining } from '../actions/pauseTraining.ts';
import { redoChange, undoChange, useUndoLabels } from '../actions/undoChange.ts';
import { useFormat } from '../format/useFormat.ts';
import { useExperimentLibrary } from '../state/experimentLibrary.ts';
import { screens, useNavigation } from '../state/navigation.ts';
import { usePreferences } from '../state/preferences.ts';
import { useActiveRun, useRuns } from '../state/runs.ts';
import { desktop } from '../studio.ts';

export interface PaletteCommand {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  /** The keys of the native menu (main/menu.ts), with its names for them. */
  readonly keys?: string;
  /** What tells it from others of its name. */
  readonly note?: string;
  run(): void;
}

/** The screen of runs has them all; experiments are found here alone. */
const RECENT_RUNS = 20;

/** With what the ids of experiments begin. */
export const EXPERIMENT = 'experiment:';

const menuKeys: Partial<Record<MenuCommand, string>> = {
  train: 'Mod+Enter',
  stop: 'Shift+F5',
  undo: 'Mod+Z',
  redo: 'Mod+Shift+Z',
  'new-experiment': 'Mod+N',
  'import-dataset': 'Mod+O',
  'export-model': 'Mod+E',
  'training-settings': 'Mod+J',
  'screen:welcome': 'Mod+Shift+H',
  'screen:data': 'Mod+1',
  'screen:model': 'Mod+2',
  'screen:train': 'Mod+3',
  'screen:runs': 'Mod+4',
  'screen:test': 'Mod+5',
};

/** Of the document, as it says: the palette's own field has the keyboard still. */
const travel = { undo: undoChange, redo: redoChange };

function withKeys(keys: string | undefined): { keys?: string } {
  if (keys === undefined) return {};
  return { keys: keys.replace('Mod', desktop.platform === 'darwin' ? 'Cmd' : 'Ctrl') };
}

/** All that the palette can do now. */
export function useCommands(): readonly PaletteCommand[] {
  const { t } = useTranslation();
  const format = useFormat();
  const documents = useExperimentLibrary((state) => state.documents);
  const runs = useRuns((state) => state.runs);
  const active = useActiveRun();
  const undoable = useUndoLabels();
  const { language, set } = usePreferences();
  const openRunPage = useNavigation((state) => state.openRunPage);
  const command = (id: MenuCommand, name: string, group: string): PaletteCommand => ({
    id,
    name,
    group,
    ...withKeys(menuKeys[id]),
    run: () => carryOut(id),
  });
  return [
    active
      ? command('stop', t('palette.stop'), t('palette.action'))
      : command('train', t('palette.train'), t('palette.action')),
    ...(active?.status === 'running' || active?.status === 'paused'
      ? [
          {
            id: 'pause',
            name: t(active.status === 'paused' ? 'palette.continue' : 'palette.pause'),
            group: t('palette.action'),
            run: () => void pauseTraining(),
          },
        ]
      : []),
    command('training-settings', t('settings.show'), t('palette.action')),
    ...(['undo', 'redo'] as const).flatMap((way) =>
      undoable[way] === null
        ? []
        : [{ ...command(way, undoable[way], t('palette.action')), run: travel[way] }],
    ),
    command('new-experiment', t('experiment.new'), t('palette.action')),
    command('import-dataset', t('data.import'), t('palette.action')),
    command('export-model', t('runs.export'), t('palette.action')),
    ...screens.map((screen) =>
      command(`screen:${screen}`, t(`screens.${screen}`), t('palette.screen')),
    ),
    {
      id: 'language',
      name: language === 'en' ? '한국어' : 'English',
      group: t('palette.language'),
      run: () => set({ language: language === 'en' ? 'ko' : 'en' }),
    },
    ...(['light', 'dark', 'system'] as const).map((theme) => ({
      id: `theme:${theme}`,
      name: t(`theme.${theme}`),
      group: t('palette.theme'),
      run: () => set({ theme }),
    })),
    ...documents.map((document) => ({
      id: `${EXPERIMENT}${document.id}`,
      name: document.spec.name,
      group: t('palette.experiment'),
      note: format.ago(document.updatedAt, Date.now()),
      run: () => openExperiment(document),
    })),
    ...runs.slice(0, RECENT_RUNS).map((run) => ({
      id: `run:${run.id}`,
      name: run.name,
      group: t('palette.run'),
      run: () => openRunPage(run.id),
    })),
  ];
}
