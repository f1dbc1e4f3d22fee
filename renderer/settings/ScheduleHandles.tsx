/**
 * What can be taken hold of in the curve of the learning rate, by pointer or by arrow keys.
 *
 * While one is dragged the scale stands still, as otherwise the curve would flee from the pointer;
 * all changes of a drag are one step to be undone.
 */
import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LearningRateHandle, SchedulePreview } from '../../core/contract/SchedulePreview.ts';
import { useFormat } from '../format/useFormat.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useExperiment } from '../state/experiment.ts';
import { specRecipe } from '../state/specRecipe.ts';
import { handleEdit, handleValue, steppedValue } from './handleValue.ts';

interface ScheduleHandlesProps {
  readonly preview: SchedulePreview;
  /** At the top of the picture. */
  readonly largest: number;
  readonly onDrag: (isDragging: boolean) => void;
}

export function ScheduleHandles({ preview, largest, onDrag }: ScheduleHandlesProps) {
  return preview.handles.map((handle) => (
    <Handle
      key={idOf(handle)}
      handle={handle}
      iterations={preview.iterations}
      largest={largest}
      onDrag={onDrag}
    />
  ));
}

const idOf = ({ at, list }: LearningRateHandle) => `${at.join('.')}.${list?.index ?? ''}`;

function apply(handle: LearningRateHandle, value: number): void {
  const { draft, change } = useExperiment.getState();
  if (draft) change(specRecipe(draft, [handleEdit(handle, value)]), `handle.${idOf(handle)}`);
}

interface HandleProps extends Omit<ScheduleHandlesProps, 'preview'> {
  readonly handle: LearningRateHandle;
  readonly iterations: number;
}

function Handle({ handle, iterations, largest, onDrag }: HandleProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { localized } = useLanguage();
  const [isHeld, setHeld] = useState(false);
  const isAlong = handle.axis === 'iteration';
  const settle = useExperiment((state) => state.settle);

  const drag = (event: PointerEvent<HTMLElement>) => {
    if (!isHeld) return;
    const frame = event.currentTarget.parentElement?.getBoundingClientRect();
    if (!frame) return;
    const x = (event.clientX - frame.left) / frame.width;
    const y = (event.clientY - frame.top) / frame.height;
    const position = isAlong ? 1 + x * Math.max(1, iterations - 1) : (1 - y) * largest;
    const value = handleValue(handle, position);
    if (value !== handle.value) apply(handle, value);
  };
  const hold = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    settle();
    setHeld(true);
    onDrag(true);
  };
  const release = () => {
    setHeld(false);
    onDrag(false);
    settle();
  };
  const onKey = (event: KeyboardEvent) => {
    const direction = directionOf(event.key);
    if (direction === 0) return;
    event.preventDefault();
    apply(handle, steppedValue(handle, direction, event.shiftKey));
  };
  const name = localized(handle.label);
  const shown = handle.isWhole ? format.integer(handle.value) : format.compact(handle.value);
  return (
    <span
      role="slider"
      tabIndex={0}
      data-testid={`handle-${handle.at.at(-1)}`}
      aria-label={name}
      aria-orientation={isAlong ? 'horizontal' : 'vertical'}
      aria-valuenow={handle.value}
      aria-valuemin={handle.minimum}
      aria-valuemax={handle.maximum ?? undefined}
      aria-valuetext={shown}
      title={t('train.handle', { name, value: shown })}
      onPointerDown={hold}
      onPointerMove={drag}
      onPointerUp={release}
      onPointerCancel={release}
      onKeyDown={onKey}
      onBlur={settle}
      style={{
        left: `${((handle.iteration - 1) / Math.max(1, iterations - 1)) * 100}%`,
        top: `${(1 - Math.min(1, handle.learningRate / largest)) * 100}%`,
      }}
      className={`absolute size-3.5 -translate-x-1/2 -translate-y-1/2 touch-none rounded-full border-2 border-surface bg-accent shadow-float ${
        isAlong ? 'cursor-ew-resize' : 'cursor-ns-resize'
      }`}
    />
  );
}

function directionOf(key: string): 1 | -1 | 0 {
  if (key === 'ArrowRight' || key === 'ArrowUp') return 1;
  return key === 'ArrowLeft' || key === 'ArrowDown' ? -1 : 0;
}
