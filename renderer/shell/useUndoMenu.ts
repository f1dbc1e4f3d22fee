import { useEffect } from 'react';
import type { UndoLabels } from '../../core/contract/ShellApi.ts';
import { desktop } from '../studio.ts';

/** The native menu calls its entries as the buttons are called. */
export function useUndoMenu({ undo, redo }: UndoLabels): void {
  useEffect(() => desktop.setUndoLabels({ undo, redo }), [undo, redo]);
}
