/**
 * The keys of the layer list, in the order in which the list of shortcuts shows them. A letter alone
 * begins to type a layer.
 */
export type CanvasCommand =
  | 'add'
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'extendNext'
  | 'extendPrevious'
  | 'chooseAll'
  | 'chooseAlike'
  | 'open'
  | 'up'
  | 'down'
  | 'in'
  | 'out'
  | 'duplicate'
  | 'remove'
  | 'group'
  | 'ungroup'
  | 'wrap'
  | 'unwrap'
  | 'rename'
  | 'menu'
  | 'enter'
  | 'leave'
  | 'unfold'
  | 'fold'
  | 'smaller'
  | 'larger'
  | 'fit'
  | 'escape'
  | 'shortcuts';

/** As a person reads them. `Mod` is Ctrl, or Command on a Mac. */
export const canvasKeys: Readonly<Record<CanvasCommand, readonly string[]>> = {
  add: ['/', 'Insert'],
  next: ['ArrowDown'],
  previous: ['ArrowUp'],
  first: ['Home'],
  last: ['End'],
  extendNext: ['Shift+ArrowDown'],
  extendPrevious: ['Shift+ArrowUp'],
  chooseAll: ['Mod+A'],
  chooseAlike: ['Mod+Shift+A'],
  open: ['Enter', 'Space'],
  up: ['Alt+ArrowUp'],
  down: ['Alt+ArrowDown'],
  in: ['Alt+ArrowRight'],
  out: ['Alt+ArrowLeft'],
  duplicate: ['Mod+D'],
  remove: ['Delete', 'Backspace'],
  group: ['Mod+G'],
  ungroup: ['Mod+Shift+G'],
  wrap: ['Mod+B'],
  unwrap: ['Mod+Shift+B'],
  rename: ['F2'],
  menu: ['Shift+F10', 'ContextMenu'],
  enter: ['['],
  leave: [']'],
  unfold: ['ArrowRight'],
  fold: ['ArrowLeft'],
  smaller: ['-'],
  larger: ['+', '='],
  fit: ['0'],
  escape: ['Escape'],
  shortcuts: ['?'],
};

type Pressed = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

const commands = new Map(
  Object.entries(canvasKeys).flatMap(([command, keys]) =>
    keys.map((keyName) => [keyName, command as CanvasCommand] as const),
  ),
);

/** The command of the key; null for one that means nothing here. */
export function commandOf(pressed: Pressed, isMac: boolean): CanvasCommand | null {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = pressed;
  const isControl = isMac ? metaKey : ctrlKey;
  if (isMac ? ctrlKey : metaKey) return null;
  const name = key === ' ' ? 'Space' : key.length === 1 ? key.toUpperCase() : key;
  // A sign such as ? is what the Shift made of its key.
  const isSign = /^[^A-Z]$/.test(name);
  const shift = shiftKey && !isSign ? 'Shift+' : '';
  return commands.get(`${isControl ? 'Mod+' : ''}${altKey ? 'Alt+' : ''}${shift}${name}`) ?? null;
}

/** A letter, in any script, that begins to type a layer. */
export function beginsTyping({ key, altKey, ctrlKey, metaKey }: Pressed): boolean {
  return !altKey && !ctrlKey && !metaKey && /^\p{L}$/u.test(key);
}
