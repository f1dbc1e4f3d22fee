import { useLayoutEffect, useRef, useState } from 'react';
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import { removeRun } from '../../actions/removeRun.ts';
import { Tooltip } from '../../components/Tooltip.tsx';
import { useNavigation } from '../../state/navigation.ts';
import { isActive } from '../../state/runs.ts';
import { RunNameField } from './RunNameField.tsx';

interface RunNameProps {
  readonly run: RunRecord;
  readonly title: string;
  readonly isCurrent: boolean;
  readonly renaming: boolean;
  readonly onRenaming: (renaming: boolean) => void;
  readonly onToggle: () => void;
}

/**
 * A run in the table. Enter opens, Space chooses for comparison, F2 renames, Delete asks whether to delete. What is cut
 * off is told on focus, too.
 */
export function RunName(props: RunNameProps) {
  const { run, title, isCurrent, renaming, onRenaming, onToggle } = props;
  const open = useNavigation((state) => state.openRunPage);
  const button = useRef<HTMLButtonElement>(null);
  const [isCut, setIsCut] = useState(false);
  const look = () => {
    const { scrollWidth = 0, clientWidth = 0 } = button.current ?? {};
    setIsCut(scrollWidth > clientWidth);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: another name is as long as it is.
  useLayoutEffect(look, [run.name, title]);
  if (renaming) {
    return <RunNameField run={run} className="h-7 w-full" onEnd={() => onRenaming(false)} />;
  }
  return (
    <Tooltip text={run.name} side="bottom" isQuiet={!isCut}>
      <button
        ref={button}
        type="button"
        data-run={run.id}
        data-walk="name"
        tabIndex={isCurrent ? 0 : -1}
        onClick={() => open(run.id)}
        onFocus={look}
        onPointerEnter={look}
        onKeyDown={(event) => {
          if (event.key === 'F2') onRenaming(true);
          if (event.key === ' ') {
            // Nor does it press the button.
            event.preventDefault();
            onToggle();
          }
          if (event.key === 'Delete' && !isActive(run)) void removeRun(run);
        }}
        className="block max-w-full min-w-0 truncate rounded text-left font-medium"
      >
        {run.name}
        {title === run.name ? null : <span className="caption ml-2">{title}</span>}
      </button>
    </Tooltip>
  );
}
