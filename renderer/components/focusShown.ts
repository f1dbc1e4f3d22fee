/**
 * Focuses an element so that it is seen to have the focus, whatever was used before: behind a click,
 * the engine takes Ctrl and a letter for no keyboard and draws no ring. styles/index.css draws it.
 */
export function focusShown(element: HTMLElement): void {
  element.focus();
  element.toggleAttribute('data-focus-shown', true);
  element.addEventListener('blur', () => element.removeAttribute('data-focus-shown'), {
    once: true,
  });
}
