/** The first field of a form; the button that resets it stands in front of it, and is not meant. */
export function focusFirstControl(form: Element | null): void {
  const controls = 'input, textarea, [role="switch"], [role="combobox"]';
  form?.querySelector<HTMLElement>(controls)?.focus();
}
