import { Check, type LucideIcon } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { type ReactNode, useContext } from 'react';
import { cn } from './cn.ts';
import { keepFocus, MenuParts, menuLook } from './menuParts.ts';

interface MenuProps {
  readonly trigger: ReactNode;
  readonly align?: 'start' | 'end';
  readonly children: ReactNode;
}

export function Menu({ trigger, align = 'start', children }: MenuProps) {
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align={align}
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={keepFocus}
          className={cn(menuLook, 'max-h-(--radix-dropdown-menu-content-available-height)')}
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

interface MenuItemProps {
  readonly icon?: LucideIcon;
  readonly onSelect: () => void;
  readonly note?: ReactNode;
  readonly isChosen?: boolean;
  readonly isDangerous?: boolean;
  readonly disabled?: boolean;
  readonly children: ReactNode;
}

/** Of a Menu or a ContextMenu. */
export function MenuItem(props: MenuItemProps) {
  const { Item } = useContext(MenuParts);
  const { icon: Icon, onSelect, note, isChosen, isDangerous, disabled, children } = props;
  return (
    <Item
      onSelect={onSelect}
      disabled={disabled ?? false}
      aria-current={isChosen ? 'true' : undefined}
      className={cn(
        'flex h-8 items-center gap-2 rounded-md px-2 text-sm outline-none select-none data-[disabled]:opacity-45 data-[highlighted]:bg-hover',
        isDangerous && 'text-error',
      )}
    >
      {Icon ? <Icon aria-hidden className="size-4 shrink-0 opacity-70" /> : null}
      <span className="min-w-0 truncate">{children}</span>
      {isChosen ? <Check aria-hidden className="size-3.5 shrink-0 text-accent-ink" /> : null}
      {note ? <span className="caption ml-auto shrink-0 pl-4">{note}</span> : null}
    </Item>
  );
}

export function MenuLabel({ children }: { readonly children: ReactNode }) {
  const { Label } = useContext(MenuParts);
  return <Label className="caption px-2 py-1">{children}</Label>;
}

export function MenuLine() {
  const { Separator } = useContext(MenuParts);
  return <Separator className="my-1 h-px bg-line" />;
}
