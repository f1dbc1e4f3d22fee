/**
 * Ends what is being typed, as a click elsewhere would: a note is written, a name is taken over.
 *
 * For what is about to take the field away. React tells a field that vanishes no blur, and a key of
 * the menu or a dropped file comes without a click.
 */
export function leaveField(): void {
  const focused = globalThis.document?.activeElement;
  if (!focused) return;
  if (focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement) focused.blur();
}
