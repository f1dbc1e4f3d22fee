/** An undo log as it is stored with its document, and back. */
import {
  MOST_PATCHES,
  MOST_STORED_CHARACTERS,
  MOST_STORED_STEPS,
  type StoredStep,
  type UndoHistory,
} from '../../core/contract/UndoHistory.ts';
import { MAXIMUM_STEPS, type UndoLog, type UndoStep } from './undoLog.ts';

/** The steps nearest to the present, as many as may be stored. */
export function storedHistory({ past, future }: UndoLog): UndoHistory {
  const kept = newest([...past].reverse(), MOST_STORED_CHARACTERS);
  return { past: kept.steps.reverse(), future: newest(future, kept.room).steps };
}

/** What was stored is older than all that was done since. */
export function restoreSteps({ past, future }: UndoLog, history: UndoHistory): UndoLog {
  const isUntouched = past.length === 0 && future.length === 0;
  return {
    past: [...history.past.map(restored), ...past].slice(-MAXIMUM_STEPS),
    future: isUntouched ? history.future.map(restored) : future,
  };
}

function newest(steps: readonly UndoStep[], characters: number) {
  const kept: StoredStep[] = [];
  let room = characters;
  for (const step of steps.slice(0, MOST_STORED_STEPS)) {
    const one = measure(step);
    // A gap would break the chain: a step too large hides all that lie behind it.
    if (one.characters > room) break;
    room -= one.characters;
    kept.push(one.step);
  }
  return { steps: kept, room };
}

interface Measured {
  readonly step: StoredStep;
  readonly characters: number;
}

/** Steps never change, and are stored at every save. */
const measured = new WeakMap<UndoStep, Measured>();

function measure(step: UndoStep): Measured {
  const known = measured.get(step);
  if (known) return known;
  const { name, patches, inverse } = step;
  const isMany = Math.max(patches.length, inverse.length) > MOST_PATCHES;
  const text = JSON.stringify({ name, patches, inverse });
  const one = {
    step: JSON.parse(text),
    characters: isMany ? Number.POSITIVE_INFINITY : text.length,
  };
  measured.set(step, one);
  return one;
}

const restored = ({ name, patches, inverse }: StoredStep): UndoStep =>
  ({ group: null, name, patches, inverse }) as UndoStep;
