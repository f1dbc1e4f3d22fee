import { cva, type VariantProps } from 'class-variance-authority';
import type { ComponentProps } from 'react';
import { cn } from './cn.ts';

const look = cva(
  'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-lg font-medium whitespace-nowrap transition-colors aria-disabled:opacity-50 disabled:opacity-45 [&_svg]:shrink-0',
  {
    variants: {
      variant: {
        primary: 'bg-accent text-on-accent enabled:not-aria-disabled:hover:bg-accent-hover',
        secondary: 'border border-line bg-raised text-ink enabled:not-aria-disabled:hover:bg-hover',
        ghost: 'text-muted enabled:not-aria-disabled:hover:bg-hover enabled:hover:text-ink',
        danger: 'bg-error text-surface enabled:hover:opacity-90',
        link: 'text-accent-ink underline-offset-4 enabled:hover:underline',
      },
      size: {
        sm: 'h-7 px-2 text-xs [&_svg]:size-3.5',
        md: 'h-8 px-3 text-sm [&_svg]:size-4',
        lg: 'h-10 px-4 text-md [&_svg]:size-4.5',
        inline: 'h-auto px-0 text-sm [&_svg]:size-3.5',
      },
    },
    defaultVariants: { variant: 'secondary', size: 'md' },
  },
);

export type ButtonProps = ComponentProps<'button'> & VariantProps<typeof look>;

export function Button({ variant, size, className, type = 'button', ...props }: ButtonProps) {
  return <button type={type} className={cn(look({ variant, size }), className)} {...props} />;
}
