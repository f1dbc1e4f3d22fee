/** The transforms in the order in which they are applied: dragged into another, opened to be set. */
import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import {
  SortableContext,
  sortableKeyboardCoordinates,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { useTranslation } from 'react-i18next';
import type { DatasetInfo } from '../../../../core/contract/DatasetInfo.ts';
import type { Component } from '../../../../core/contract/ModelSpec.ts';
import { useExperiment } from '../../../state/experiment.ts';
import { AugmentationRow } from './AugmentationRow.tsx';
import { moveStep } from './augmentationEdits.ts';

const GRAB_DISTANCE_PIXELS = 4;

interface AugmentationListProps {
  readonly kind: DatasetInfo['kind'];
  readonly steps: readonly Component[];
  /** The step whose form is open. */
  readonly open: number | null;
  readonly onOpen: (position: number | null) => void;
}

export function AugmentationList({ kind, steps, open, onOpen }: AugmentationListProps) {
  const { t } = useTranslation();
  const change = useExperiment((state) => state.change);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: GRAB_DISTANCE_PIXELS } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const ids = steps.map((_, position) => `step-${position}`);
  const move = (from: number, to: number) => {
    change(moveStep(from, to));
    if (open === from) onOpen(to);
    else if (open !== null) onOpen(null);
  };
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    const from = ids.indexOf(String(active.id));
    const to = ids.indexOf(String(over?.id));
    if (from >= 0 && to >= 0 && from !== to) move(from, to);
  };
  return (
    <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={onDragEnd}>
      <SortableContext items={ids} strategy={verticalListSortingStrategy}>
        <ol aria-label={t('augmentation.steps')} className="flex flex-col gap-1.5">
          {steps.map((step, position) => (
            <AugmentationRow
              // Steps have no names of their own; two of a type may stand in the list.
              key={`${ids[position]} ${step.type}`}
              id={ids[position] ?? ''}
              kind={kind}
              position={position}
              step={step}
              isOpen={open === position}
              onToggle={() => onOpen(open === position ? null : position)}
              onMove={(by) => {
                const to = position + by;
                if (to >= 0 && to < steps.length) move(position, to);
              }}
              onRemoved={() => onOpen(null)}
            />
          ))}
        </ol>
      </SortableContext>
    </DndContext>
  );
}
