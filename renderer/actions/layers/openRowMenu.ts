/** Opens the menu of a row, from the keyboard or by the other button of the mouse. */
export function openRowMenu(key: string | null): void {
  const row = key === null ? null : document.querySelector(`[data-row="${CSS.escape(key)}"]`);
  const button = row?.querySelector('[aria-haspopup="menu"]');
  // What Radix opens a menu by, beside the press of a pointer.
  button?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
}
