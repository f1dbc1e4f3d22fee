import { Ellipsis } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import { Button } from '../../components/Button.tsx';
import { Menu } from '../../components/Menu.tsx';
import { RunMenuItems } from './RunMenuItems.tsx';

interface RunMenuProps {
  readonly run: RunRecord;
  readonly onRename: () => void;
}

export function RunMenu({ run, onRename }: RunMenuProps) {
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
