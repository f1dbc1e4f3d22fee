/** What both kinds of menu share, so that one list of items serves the dots and the right click. */
import { ContextMenu, DropdownMenu } from 'radix-ui';
import { createContext } from 'react';

const parts = {
  dropdown: {
    Item: DropdownMenu.Item,
    Label: DropdownMenu.Label,
    Separator: DropdownMenu.Separator,
  },
  context: { Item: ContextMenu.Item, Label: ContextMenu.Label, Separator: ContextMenu.Separator },
} as const;

export const contextParts: (typeof parts)[keyof typeof parts] = parts.context;

/** Radix's parts of the menu that an item stands in. */
export const MenuParts = createContext<(typeof parts)[keyof typeof parts]>(parts.dropdown);

export const menuLook =
  'float-in z-50 max-w-96 min-w-52 overflow-y-auto rounded-lg border border-line bg-raised p-1 shadow-float';

/** A field that a command of the menu has opened keeps the keyboard when the menu closes. */
export function keepFocus(event: Event): void {
  if (document.activeElement?.matches('input, textarea')) event.preventDefault();
}
