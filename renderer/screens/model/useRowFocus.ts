import { type RefObject, useLayoutEffect } from 'react';
import { useCheck } from '../../state/check.ts';
import { useQuickAdd } from '../../state/quickAdd.ts';
import { useLayerSelection } from '../../state/useLayerSelection.ts';
import { useNaming } from './useNaming.ts';
import { useNoting } from './useNoting.ts';

/** Gives the row the focus when the keyboard, or an edit, has come to it. */
export function useRowFocus(row: RefObject<HTMLElement | null>, key: string): void {
  const tick = useLayerSelection(({ cursor, focusTick }) => (cursor === key ? focusTick : 0));
  useLayoutEffect(() => {
    // What is typed keeps the focus until it is closed.
    const isTyped =
      useQuickAdd.getState().at !== null ||
      useNaming.getState().named === key ||
      useNoting.getState().noted === key;
    if (tick === 0 || isTyped) return;
    row.current?.focus({ preventScroll: true });
    row.current?.scrollIntoView({ block: 'nearest' });
  }, [tick, row, key]);

  // What the check then says of the layers moves the rows below.
  const report = useCheck((state) => (tick === 0 ? null : state.report));
  useLayoutEffect(() => {
    if (report === null || document.activeElement !== row.current) return;
    row.current?.scrollIntoView({ block: 'nearest' });
  }, [report, row]);
}
