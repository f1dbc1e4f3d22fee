/** Whether keys and the clipboard belong to a field that the event comes from. */
export function isEditingText(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable]') !== null
  );
}
