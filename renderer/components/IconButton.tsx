import type { LucideIcon } from 'lucide-react';
import { Button, type ButtonProps } from './Button.tsx';
import { cn } from './cn.ts';
import { Tooltip } from './Tooltip.tsx';

interface IconButtonProps extends Omit<ButtonProps, 'children'> {
  readonly icon: LucideIcon;
  /** Its name for everyone: the tooltip and the screen reader's. */
  readonly label: string;
  readonly keys?: string;
  readonly side?: 'top' | 'right' | 'bottom' | 'left';
}

export function IconButton(props: IconButtonProps) {
  const { icon: Icon, label, keys, side, size = 'sm', className, ...rest } = props;
  const box = size === 'sm' ? 'size-7' : 'size-8';
  return (
    <Tooltip text={keys ? `${label}  ${keys}` : label} side={side ?? 'top'}>
      <Button
        variant="ghost"
        size={size}
        aria-label={label}
        className={cn(box, 'px-0', className)}
        {...rest}
      >
        <Icon aria-hidden />
      </Button>
    </Tooltip>
  );
}
