import type { Regularization } from '../../core/contract/Regularization.ts';
import { whenChecked } from '../state/whenChecked.ts';
import { applyEdits } from './applyEdits.ts';

/**
 * Turns a technique on or off, as one step to be undone.
 *
 * Pressed right behind another change, it waits for what the studio says of that: layers may have
 * moved, or it may be as wanted already.
 */
export function switchRegularization(kind: Regularization['kind'], isWanted: boolean): void {
  whenChecked(({ regularizations }) => {
    const now = regularizations.find((one) => one.kind === kind);
    if (!now || now.isOn === isWanted) return;
    const fix = isWanted ? now.turnOn : now.turnOff;
    if (fix) applyEdits(fix);
  });
}
