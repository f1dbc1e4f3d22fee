import type { LearningRateHandle } from '../../core/contract/SchedulePreview.ts';
import type { SpecEdit } from '../../core/contract/SpecEdit.ts';

/** Digits that a dragged number is worth. */
const DIGITS = 3;

/** What the option becomes where the handle is put; within its range, and no finer than seen. */
export function handleValue(handle: LearningRateHandle, position: number): number {
  const { origin, scale, power } = handle;
  return inRange(handle, Math.max(0, (position - origin) * scale) ** power);
}

/** A press of an arrow key: a step of a whole number, a tenth of any other; ten with Shift. */
export function steppedValue(
  handle: LearningRateHandle,
  direction: 1 | -1,
  isFar: boolean,
): number {
  const { value, isWhole, learningRate, scale, axis, power } = handle;
  if (isWhole) return inRange(handle, Math.round(value) + direction * (isFar ? 10 : 1));
  const full = axis === 'rate' && power === 1 ? Math.abs(learningRate * scale) : 1;
  const step = Math.max(Math.abs(value), full * 0.01) * (isFar ? 0.5 : 0.1);
  return inRange(handle, value + direction * step);
}

function inRange(
  { minimum, maximum, isAboveMinimum, isWhole, value: before }: LearningRateHandle,
  wanted: number,
): number {
  // A divisor of a learning rate of 0.
  if (!Number.isFinite(wanted)) return maximum ?? before;
  const rounded = isWhole ? Math.round(wanted) : Number(wanted.toPrecision(DIGITS));
  const limited = Math.min(maximum ?? Number.POSITIVE_INFINITY, Math.max(minimum, rounded));
  return isAboveMinimum && limited <= minimum ? before : limited;
}

/** The change of the document; of a list, that of one number. */
export function handleEdit({ at, list }: LearningRateHandle, value: number): SpecEdit {
  const values = list?.values.map((old, index) => (index === list.index ? value : old));
  return { edit: 'set', at: [...at], value: values ?? value };
}
