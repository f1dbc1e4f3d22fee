import { cn } from './cn.ts';

interface ShareBarProps {
  /** Of the whole bar, from 0 to 1. */
  readonly share: number;
  readonly className?: string;
}

/** A count beside others of its kind, drawn; the number stands next to it. */
export function ShareBar({ share, className }: ShareBarProps) {
  return (
    <span
      aria-hidden
      className={cn('h-1.5 min-w-0 flex-1 overflow-hidden rounded-full bg-sunken', className)}
    >
      <span
        className="block h-full rounded-full bg-line-strong"
        style={{ width: `${share * 100}%` }}
      />
    </span>
  );
}
