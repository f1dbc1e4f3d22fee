import type { MouseEvent } from 'react';

/**
 * Whether a click is the row's own: not on a control in it, nor in its menu, whose clicks React
 * tells the row of although the menu hangs elsewhere in the page.
 */
export function isRowsOwn({ target, currentTarget }: MouseEvent): boolean {
  return (
    target instanceof Element && currentTarget.contains(target) && !target.closest('button, input')
  );
}
