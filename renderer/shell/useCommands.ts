import { useTranslation } from 'react-i18next';
import type { MenuCommand } from '../../core/contract/ShellApi.ts';
import { carryOut } from '../actions/carryOut.ts';
import { openDocument, useExperimentLibrary } from '../state/experimentLibrary.ts';
import { screens, useNavigation } from '../state/navigation.ts';
import { usePreferences } from '../state/preferences.ts';
import { useActiveRun, useRuns } from '../state/runs.ts';

export interface PaletteCommand {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  run(): void;
}

const RECENT = 20;

/** All that the palette can do now. */
export function useCommands(): readonly PaletteCommand[] {
  const { t } = useTranslation();
  const documents = useExperimentLibrary((state) => state.documents);
  const runs = useRuns((state) => state.runs);
  const active = useActiveRun();
  const { language, set } = usePreferences();
  const openRunPage = useNavigation((state) => state.openRunPage);
  const command = (id: MenuCommand, name: string, group: string): PaletteCommand => ({
    id,
    name,
    group,
    run: () => carryOut(id),
  });
  return [
    active
      ? command('stop', t('train.stop'), t('palette.action'))
      : command('train', t('train.train'), t('palette.action')),
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
    ...documents.slice(0, RECENT).map((document) => ({
      id: `experiment:${document.id}`,
      name: document.spec.name,
      group: t('palette.experiment'),
      run: () => openDocument(document),
    })),
    ...runs.slice(0, RECENT).map((run) => ({
      id: `run:${run.id}`,
      name: run.name,
      group: t('palette.run'),
      run: () => openRunPage(run.id),
    })),
  ];
}
