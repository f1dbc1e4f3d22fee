/** Gives the keyboard back to a run: to its name in the table, to its dots on its own page. */
export function focusRun(id: string): void {
  document.querySelector<HTMLElement>(`[data-run="${id}"]`)?.focus();
}
