/**
 * Gives the keyboard back to a run: to its name in the table, to its dots on its own page. Where the
 * run is gone, to the row that Tab leads to.
 */
export function focusRun(id: string): void {
  const place =
    document.querySelector<HTMLElement>(`[data-run="${id}"]`) ??
    document.querySelector<HTMLElement>('[data-walk="name"][tabindex="0"]');
  place?.focus();
}
