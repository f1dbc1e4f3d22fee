import { ContextMenu as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from './cn.ts';
import { contextParts, keepFocus, MenuParts, menuLook } from './menuParts.ts';

interface ContextMenuProps {
  /** What Menu takes: items, labels, lines. */
  readonly items: ReactNode;
  /** One element, which the menu is of. */
  readonly children: ReactNode;
}

/** Opened by the other button of the mouse, the menu key, or Shift+F10. */
export function ContextMenu({ items, children }: ContextMenuProps) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          collisionPadding={8}
          onCloseAutoFocus={keepFocus}
          className={cn(menuLook, 'max-h-(--radix-context-menu-content-available-height)')}
        >
          <MenuParts.Provider value={contextParts}>{items}</MenuParts.Provider>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
