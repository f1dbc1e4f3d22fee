import { Ellipsis } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import { Button } from '../../components/Button.tsx';
import { Menu } from '../../components/Menu.tsx';
import { RunMenuItems } from './RunMenuItems.tsx';

interface RunMenuProps {
  readonly run: RunRecord;
  readonly onRename: () => void;
  /** Whether Tab leads to it; else it is reached by pointer, or from the row that Tab leads to. */
  readonly isTabbed?: boolean;
}

export function RunMenu({ run, onRename, isTabbed = true }: RunMenuProps) {
  const { t } = useTranslation();
  return (
    <Menu
      align="end"
      trigger={
        <Button
          variant="ghost"
          size="sm"
          className="size-7 px-0"
          data-run={run.id}
          tabIndex={isTabbed ? 0 : -1}
          aria-label={t('runs.menu', { name: run.name })}
        >
          <Ellipsis aria-hidden />
        </Button>
      }
    >
      <RunMenuItems run={run} onRename={onRename} />
    </Menu>
  );
}
