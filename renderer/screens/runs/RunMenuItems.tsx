import { Copy, GitBranchPlus, Pencil, RotateCw, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import { experimentFromRun } from '../../actions/experimentFromRun.ts';
import { openRunSettings } from '../../actions/openRunSettings.ts';
import { removeRun } from '../../actions/removeRun.ts';
import { resumeRun } from '../../actions/resumeRun.ts';
import { MenuItem, MenuLabel, MenuLine } from '../../components/Menu.tsx';
import { useFormat } from '../../format/useFormat.ts';
import { useNavigation } from '../../state/navigation.ts';
import { canResume, isActive } from '../../state/runs.ts';
import { ExportItems } from './ExportItems.tsx';

interface RunMenuItemsProps {
  readonly run: RunRecord;
  /** Called when the menu is gone, which would take the keyboard back. */
  readonly onRename: () => void;
}

/** What can be done with a run, behind its dots and by a right click. */
export function RunMenuItems({ run, onRename }: RunMenuItemsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const close = useNavigation((state) => state.closeRunPage);
  return (
    <>
      <MenuItem icon={Pencil} note="F2" onSelect={() => setTimeout(onRename)}>
        {t('common.rename')}
      </MenuItem>
      {canResume(run) ? (
        <MenuItem
          icon={RotateCw}
          note={t('train.resumeFrom', { iteration: format.integer(run.position?.iteration) })}
          onSelect={() => void resumeRun(run)}
        >
          <span data-testid="menu-resume">{t('train.resume')}</span>
        </MenuItem>
      ) : null}
      <MenuItem icon={Copy} onSelect={() => void openRunSettings(run)}>
        {t('runs.useSettings')}
      </MenuItem>
      <MenuItem
        icon={GitBranchPlus}
        disabled={run.bestEpoch === null}
        note={run.bestEpoch === null ? t('runs.noWeights') : t('runs.withWeights')}
        onSelect={() => void experimentFromRun(run)}
      >
        {t('runs.onward')}
      </MenuItem>
      <MenuLine />
      <MenuLabel>{t('runs.export')}</MenuLabel>
      <ExportItems run={run} />
      <MenuLine />
      <MenuItem
        icon={Trash2}
        isDangerous
        disabled={isActive(run)}
        note={isActive(run) ? t('runs.stopFirst') : 'Del'}
        onSelect={() => {
          void removeRun(run).then((removed) => removed && close());
        }}
      >
        {t('runs.remove')}
      </MenuItem>
    </>
  );
}
