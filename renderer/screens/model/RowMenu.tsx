import { Ellipsis } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../components/Button.tsx';
import { Menu } from '../../components/Menu.tsx';

interface RowMenuProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** Behind the dots at the end of a row; by keyboard the row itself opens it. */
export function RowMenu({ label, children }: RowMenuProps) {
  return (
    <Menu
      align="end"
      trigger={
        <Button
          variant="ghost"
          size="sm"
          tabIndex={-1}
          className="size-6 max-h-full px-0"
          aria-label={label}
        >
          <Ellipsis aria-hidden />
        </Button>
      }
    >
      {children}
    </Menu>
  );
}
