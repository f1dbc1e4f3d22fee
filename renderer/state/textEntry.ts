/**
 * Who undoes: the field that is typed into, or the document.
 *
 * Chromium has one history of typing for the whole page, so its undo may go on in a field that was left
 * long ago, and it knows nothing of what became of the text. It is right only while the newest typing
 * is an entry in the focused field that the document has not taken up: a refused number, a search,
 * a name before Enter. Most fields are followed while they are typed into, and undone as steps of
 * the document.
 *
 * A field that is no part of the document, such as a search, or any in a dialog, undoes its own typing
 * and nothing else: the document behind it is not what a person who types there has in mind.
 */
import { useExperiment } from './experiment.ts';

/** What was typed last, and where. */
export interface TextEntry {
  readonly field: object;
  /** The text before it. */
  readonly start: string;
  /** The text behind it; another one was set by the studio. */
  readonly text: string;
  /** The newest step of the document before it; of a field that is no part of it there is none. */
  readonly step: object | undefined;
  /** Whether the last thing that happened to it was an undo or redo of its own. */
  readonly isTravelled: boolean;
}

interface Now {
  readonly field: object;
  readonly text: string;
  readonly step: object | undefined;
}

export function typed(before: TextEntry | null, now: Now, isTravelled: boolean): TextEntry {
  const { field, text, step } = now;
  if (before?.field === field) return { ...before, text, isTravelled };
  return { field, start: text, text, step, isTravelled };
}

/** Whether undo, or redo, is the field's own. */
export function isOwnHistory(entry: TextEntry | null, now: Now, way: 'undo' | 'redo'): boolean {
  if (entry === null || entry.field !== now.field || entry.text !== now.text) return false;
  if (entry.step !== now.step) return false;
  if (way === 'redo') return entry.isTravelled;
  return !(entry.isTravelled && entry.text === entry.start);
}

type TextField = HTMLInputElement | HTMLTextAreaElement;

let entry: TextEntry | null = null;

/** An entry about to begin: Enter announces one, too, and types nothing. */
let begun: TextEntry | null = null;

const nowIn = (field: TextField): Now => ({
  field,
  text: field.value,
  step: isOfDocument(field) ? useExperiment.getState().log.past.at(-1) : undefined,
});

/** A control with a place in the document, or what stands in a part of the window that edits it. */
const OF_DOCUMENT = '[data-where], [data-of-document]';

const isOfDocument = (element: Element) => element.closest(OF_DOCUMENT) !== null;

function fieldOf(target: EventTarget | null): TextField | null {
  const isText = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  // Of a check box or a slider there is no place of a cursor.
  return isText && target.selectionStart !== null ? target : null;
}

/** A date is typed, too, though it has no place of a cursor. */
const isTypedInto = (element: Element | null): element is Element =>
  fieldOf(element) !== null || (element instanceof HTMLInputElement && element.type === 'date');

/** Returns the function that ends it. */
export function startFollowingText(): () => void {
  // The text before it, and the document: heard before anybody acts on the typing.
  const onBefore = ({ target }: InputEvent) => {
    const field = fieldOf(target);
    if (!field) return;
    const isSame = entry?.field === field && entry.text === field.value;
    begun = isSame ? entry : typed(null, nowIn(field), false);
  };
  const onInput = (event: Event) => {
    const field = fieldOf(event.target);
    const kind = event instanceof InputEvent ? event.inputType : '';
    if (field) entry = typed(begun, nowIn(field), kind.startsWith('history'));
  };
  const onKey = ({ key, target, isComposing }: KeyboardEvent) => {
    if (key !== 'Enter' || isComposing || !(target instanceof HTMLInputElement)) return;
    if (!isOfDocument(target)) return;
    entry = null;
    useExperiment.getState().settle();
  };
  window.addEventListener('beforeinput', onBefore, true);
  window.addEventListener('input', onInput, true);
  window.addEventListener('keydown', onKey);
  return () => {
    window.removeEventListener('beforeinput', onBefore, true);
    window.removeEventListener('input', onInput, true);
    window.removeEventListener('keydown', onKey);
  };
}

/**
 * Lets the focused field undo what is typed into it; true when it did, and in a field that is no part
 * of the document also when there is nothing to undo.
 */
export function travelInField(way: 'undo' | 'redo'): boolean {
  const { activeElement } = document;
  const field = fieldOf(activeElement);
  const isKept = isTypedInto(activeElement) && !isOfDocument(activeElement);
  if (!field || !isOwnHistory(entry, nowIn(field), way)) {
    // The document goes to another step, and whatever is typed then begins there.
    if (!isKept) entry = null;
    return isKept;
  }
  const { value } = field;
  // Deprecated, and still the only way to reach a text field's own history.
  return (document.execCommand(way) && field.value !== value) || isKept;
}
