import { Check } from 'lucide-react';
import { Checkbox } from 'radix-ui';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import { removeRun } from '../../actions/removeRun.ts';
import { ContextMenu } from '../../components/ContextMenu.tsx';
import { cn } from '../../components/cn.ts';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { Tooltip } from '../../components/Tooltip.tsx';
import { useFormat } from '../../format/useFormat.ts';
import { useNavigation } from '../../state/navigation.ts';
import { isActive } from '../../state/runs.ts';
import { RunMenu } from './RunMenu.tsx';
import { RunMenuItems } from './RunMenuItems.tsx';
import { RunNameField } from './RunNameField.tsx';
import { type ListedRun, roomFor, runColumns } from './runColumns.ts';

interface RunRowProps extends ListedRun {
  readonly isChosen: boolean;
  readonly onToggle: (id: string) => void;
}

const cell = 'border-b border-line px-2 whitespace-nowrap';

/** Drawn again only when its own run has changed: a hundred others wait beside the one that trains. */
export const RunRow = memo(function RunRow(props: RunRowProps) {
  const { run, title, epoch, isChosen, onToggle } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const open = useNavigation((state) => state.openRunPage);
  const [renaming, setRenaming] = useState(false);
  const rename = () => setRenaming(true);
  return (
    <ContextMenu items={<RunMenuItems run={run} onRename={rename} />}>
      <tr
        data-testid={`run-row-${run.id}`}
        data-status={run.status}
        onClick={(event) => isBare(event.target) && open(run.id)}
        className={cn(
          'h-9 bg-surface transition-colors hover:bg-hover data-[state=open]:bg-hover',
          isChosen && 'bg-accent-soft',
        )}
      >
        <td className={cn(cell, 'pl-6')}>
          <CompareBox name={title} isChosen={isChosen} onToggle={() => onToggle(run.id)} />
        </td>
        <td className={cn(cell, 'w-full max-w-0 min-w-44')}>
          <RunName run={run} title={title} renaming={renaming} onRenaming={setRenaming} />
        </td>
        <td className={cell}>
          <StatusBadge status={run.status} />
        </td>
        {runColumns.map(({ key, show, isNumber, room }) => (
          <td
            key={key}
            title={
              epoch && (key === 'loss' || key === 'accuracy')
                ? t('chart.best', { epoch: epoch.epoch })
                : undefined
            }
            className={cn(
              cell,
              'text-xs',
              isNumber && 'number text-right',
              (key === 'loss' || key === 'accuracy') && 'text-validation-ink',
              room && roomFor[room],
            )}
          >
            {show(props, format)}
          </td>
        ))}
        <td className={cn(cell, 'sticky right-0 bg-inherit pr-4')}>
          <RunMenu run={run} onRename={rename} />
        </td>
      </tr>
    </ContextMenu>
  );
});

interface CompareBoxProps {
  readonly name: string;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
}

function CompareBox({ name, isChosen, onToggle }: CompareBoxProps) {
  const { t } = useTranslation();
  return (
    <Checkbox.Root
      checked={isChosen}
      onCheckedChange={onToggle}
      aria-label={t('runs.chooseToCompare', { name })}
      className="flex size-4 items-center justify-center rounded border border-line-strong bg-raised data-[state=checked]:border-accent data-[state=checked]:bg-accent"
    >
      <Checkbox.Indicator>
        <Check aria-hidden className="size-3 text-on-accent" strokeWidth={3} />
      </Checkbox.Indicator>
    </Checkbox.Root>
  );
}

interface RunNameProps {
  readonly run: RunRecord;
  readonly title: string;
  readonly renaming: boolean;
  readonly onRenaming: (renaming: boolean) => void;
}

/** Enter opens, F2 renames, Delete asks whether to delete. What is cut off is told on focus, too. */
function RunName({ run, title, renaming, onRenaming }: RunNameProps) {
  const open = useNavigation((state) => state.openRunPage);
  if (renaming) {
    return <RunNameField run={run} className="h-7 w-full" onEnd={() => onRenaming(false)} />;
  }
  return (
    <Tooltip text={run.name} side="bottom">
      <button
        type="button"
        data-run={run.id}
        onClick={() => open(run.id)}
        onKeyDown={(event) => {
          if (event.key === 'F2') onRenaming(true);
          if (event.key === 'Delete' && !isActive(run)) void removeRun(run);
        }}
        className="block max-w-full truncate rounded text-left font-medium"
      >
        {run.name}
        {title === run.name ? null : <span className="caption ml-2">{title}</span>}
      </button>
    </Tooltip>
  );
}

/** A click on a control inside the row is that control's own, also on what it shows in a portal. */
function isBare(target: EventTarget): boolean {
  return (
    target instanceof Element && target.closest('td') !== null && !target.closest('button, input')
  );
}
