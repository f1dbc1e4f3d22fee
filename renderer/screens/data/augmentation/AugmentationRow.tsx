import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { GripVertical, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { DatasetInfo } from '../../../../core/contract/DatasetInfo.ts';
import type { Component } from '../../../../core/contract/ModelSpec.ts';
import { cn } from '../../../components/cn.ts';
import { IconButton } from '../../../components/IconButton.tsx';
import { OptionForm } from '../../../components/OptionForm.tsx';
import { ProblemNote } from '../../../components/ProblemNote.tsx';
import { useOptionWords } from '../../../i18n/useOptionWords.ts';
import { useExperiment } from '../../../state/experiment.ts';
import { useInspection } from '../../../state/inspection.ts';
import { useProblems } from '../../../state/useProblems.ts';
import { removeStep, setStepOption } from './augmentationEdits.ts';
import { useAugmentationGroups } from './useAugmentationGroups.ts';

interface AugmentationRowProps {
  readonly id: string;
  readonly kind: DatasetInfo['kind'];
  readonly position: number;
  readonly step: Component;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemoved: () => void;
}

/** One transform: what it is, in numbers; open, its form with sliders. */
export function AugmentationRow(props: AugmentationRowProps) {
  const { id, kind, position, step, isOpen, onToggle } = props;
  const { t } = useTranslation();
  const change = useExperiment((state) => state.change);
  const settle = useExperiment((state) => state.settle);
  const inspect = useInspection((state) => state.inspect);
  const found = useAugmentationGroups(kind).find(step.type);
  const where = `augmentation[${position}]`;
  const problems = useProblems(where);
  const sortable = useSortable({ id });
  const words = useOptionWords();
  const summary = found ? words(found.group, step) : '';
  const explain = () =>
    found && inspect({ kind: 'component', group: found.group, type: step.type });
  const remove = () => {
    change(removeStep(position));
    props.onRemoved();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key] as 1 | -1 | undefined;
    if (event.key === 'Delete') remove();
    else if (event.altKey && by) props.onMove(by);
    else return;
    event.preventDefault();
  };
  return (
    <li
      ref={sortable.setNodeRef}
      data-testid={`augmentation-${position}`}
      style={{
        transform: CSS.Translate.toString(sortable.transform && { ...sortable.transform, x: 0 }),
        transition: sortable.transition,
      }}
      className={cn(
        'relative rounded-lg border border-line bg-raised',
        isOpen && 'border-accent ring-1 ring-accent',
        problems.some(({ severity }) => severity === 'error') && 'border-error',
        sortable.isDragging && 'z-10 shadow-float',
      )}
    >
      <div className="flex h-9 items-center pr-1">
        <button
          type="button"
          {...sortable.attributes}
          {...sortable.listeners}
          aria-label={t('model.drag', { type: step.type, position: position + 1 })}
          className="flex h-full w-7 shrink-0 touch-none items-center justify-center rounded-l-lg text-faint hover:text-ink"
        >
          <GripVertical aria-hidden className="size-3.5" />
        </button>
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => {
            onToggle();
            explain();
          }}
          onFocus={explain}
          onKeyDown={onKey}
          className="flex h-full min-w-0 flex-1 items-center gap-2.5 rounded-md text-left"
        >
          <span className="shrink-0 text-sm font-medium">{step.type}</span>
          <span title={summary} className="truncate text-xs text-muted tabular-nums">
            {summary}
          </span>
        </button>
        <IconButton
          icon={X}
          label={t('augmentation.remove', { type: step.type })}
          keys="Del"
          onClick={remove}
        />
      </div>
      {problems
        .filter((problem) => !isOpen || !problem.where.startsWith(`${where}.options`))
        .map((problem) => (
          <ProblemNote key={problem.message} problem={problem} className="px-7 pb-2" />
        ))}
      {isOpen && found ? (
        <div onBlurCapture={settle} className="border-t border-line px-4 py-3">
          <OptionForm
            group={found.group}
            descriptor={found.descriptor}
            options={step.options}
            where={where}
            problems={problems}
            withSliders
            onChange={(name, value) =>
              change(setStepOption(position, name, value), `${where}.${name}`)
            }
          />
        </div>
      ) : null}
    </li>
  );
}
