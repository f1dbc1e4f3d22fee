import type { KeyboardEvent } from 'react';
import { rowAfter } from './rowAfter.ts';

/**
 * Moves the keyboard over the rows of the table, from a control of one to the same of another.
 *
 * Only what is marked with `data-walk` takes part: a field keeps its own keys, and so does a menu,
 * whose events come here although it hangs elsewhere in the page.
 */
export function walkRuns(event: KeyboardEvent<HTMLElement>): void {
  const { target, currentTarget, key } = event;
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (!(target instanceof HTMLElement) || target.dataset.walk === undefined) return;
  const all = [
    ...currentTarget.querySelectorAll<HTMLElement>(`[data-walk="${target.dataset.walk}"]`),
  ];
  const at = all.indexOf(target);
  const next = at < 0 ? null : rowAfter(key, at, all.length);
  if (next === null) return;
  event.preventDefault();
  all[next]?.focus();
}
