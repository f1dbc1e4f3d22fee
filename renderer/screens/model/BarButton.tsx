import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, type ButtonProps } from '../../components/Button.tsx';
import { Tooltip } from '../../components/Tooltip.tsx';

interface BarButtonProps extends ButtonProps {
  readonly icon: LucideIcon;
  readonly label: string;
  /** Behind the label: a key, or that it opens a menu. */
  readonly children?: ReactNode;
}

/** A button of the bar above the network: a picture alone where the bar has no room for its words. */
export function BarButton({ icon: Icon, label, children, ...rest }: BarButtonProps) {
  return (
    <Tooltip text={label}>
      <Button size="sm" {...rest}>
        <Icon aria-hidden />
        <span className="sr-only @min-[1160px]:not-sr-only">{label}</span>
        {children}
      </Button>
    </Tooltip>
  );
}
