import { Check } from 'lucide-react';
import { Checkbox } from 'radix-ui';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ContextMenu } from '../../components/ContextMenu.tsx';
import { cn } from '../../components/cn.ts';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { useFormat } from '../../format/useFormat.ts';
import { useNavigation } from '../../state/navigation.ts';
import { RunMenu } from './RunMenu.tsx';
import { RunMenuItems } from './RunMenuItems.tsx';
import { RunName } from './RunName.tsx';
import { insteadOfExperiment, type ListedRun, roomFor, runColumns } from './runColumns.ts';
import { useRunList } from './useRunList.ts';

interface RunRowProps extends ListedRun {
  readonly isChosen: boolean;
  /** Tab leads to the controls of this row alone; the arrow keys lead to the others. */
  readonly isCurrent: boolean;
  readonly onToggle: (id: string) => void;
}

const cell = 'border-b border-line px-2 whitespace-nowrap';

/** Drawn again only when its own run has changed: a hundred others wait beside the one that trains. */
export const RunRow = memo(function RunRow(props: RunRowProps) {
  const { run, title, experiment, epoch, isChosen, isCurrent, onToggle } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const open = useNavigation((state) => state.openRunPage);
  const stand = useRunList((state) => state.stand);
  const [renaming, setRenaming] = useState(false);
  const rename = () => setRenaming(true);
  return (
    <ContextMenu items={<RunMenuItems run={run} onRename={rename} />}>
      <tr
        data-testid={`run-row-${run.id}`}
        data-status={run.status}
        onClick={(event) => isBare(event.target) && open(run.id)}
        onFocus={() => stand(run.id)}
        className={cn(
          'h-9 bg-surface transition-colors hover:bg-hover has-[[data-walk]:focus-visible]:bg-hover data-[state=open]:bg-hover',
          isChosen && 'bg-accent-soft',
        )}
      >
        <td className={cn(cell, 'pl-6')}>
          <CompareBox
            name={title}
            isChosen={isChosen}
            isCurrent={isCurrent}
            onToggle={() => onToggle(run.id)}
            onOpen={() => open(run.id)}
          />
        </td>
        <td className={cn(cell, 'w-full max-w-0 min-w-44')}>
          <div className="flex items-baseline gap-2">
            <RunName
              run={run}
              title={title}
              isCurrent={isCurrent}
              renaming={renaming}
              onRenaming={setRenaming}
              onToggle={() => onToggle(run.id)}
            />
            {experiment === run.name ? null : (
              <span
                title={experiment}
                className={cn('caption max-w-36 shrink-0 truncate', insteadOfExperiment)}
              >
                {experiment}
              </span>
            )}
          </div>
        </td>
        <td className={cell}>
          <StatusBadge status={run.status} />
        </td>
        {runColumns.map(({ key, show, isNumber, isLong, room }) => (
          <td
            key={key}
            title={
              epoch && (key === 'loss' || key === 'accuracy')
                ? t('chart.best', { epoch: epoch.epoch })
                : isLong
                  ? show(props, format)
                  : undefined
            }
            className={cn(
              cell,
              'text-xs',
              isNumber && 'number text-right',
              isLong && 'max-w-36 truncate',
              (key === 'loss' || key === 'accuracy') && 'text-validation-ink',
              room && roomFor[room],
            )}
          >
            {show(props, format)}
          </td>
        ))}
        <td className={cn(cell, 'sticky right-0 bg-inherit pr-4')}>
          <RunMenu run={run} onRename={rename} isTabbed={isCurrent} />
        </td>
      </tr>
    </ContextMenu>
  );
});

interface CompareBoxProps {
  readonly name: string;
  readonly isChosen: boolean;
  readonly isCurrent: boolean;
  readonly onToggle: () => void;
  readonly onOpen: () => void;
}

function CompareBox({ name, isChosen, isCurrent, onToggle, onOpen }: CompareBoxProps) {
  const { t } = useTranslation();
  return (
    <Checkbox.Root
      checked={isChosen}
      onCheckedChange={onToggle}
      onKeyDown={(event) => event.key === 'Enter' && onOpen()}
      tabIndex={isCurrent ? 0 : -1}
      data-walk="choice"
      aria-label={t('runs.chooseToCompare', { name })}
      className="flex size-4 items-center justify-center rounded border border-line-strong bg-raised data-[state=checked]:border-accent data-[state=checked]:bg-accent"
    >
      <Checkbox.Indicator>
        <Check aria-hidden className="size-3 text-on-accent" strokeWidth={3} />
      </Checkbox.Indicator>
    </Checkbox.Root>
  );
}

/** A click on a control inside the row is that control's own, also on what it shows in a portal. */
function isBare(target: EventTarget): boolean {
  return (
    target instanceof Element && target.closest('td') !== null && !target.closest('button, input')
  );
}
