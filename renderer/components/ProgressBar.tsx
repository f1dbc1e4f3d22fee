import { cn } from './cn.ts';

interface ProgressBarProps {
  readonly label: string;
  /** In [0, 1]. */
  readonly fraction: number;
  readonly className?: string;
}

/** How much of something is done. */
export function ProgressBar({ label, fraction, className }: ProgressBarProps) {
  return (
    <span
      role="progressbar"
      aria-label={label}
      aria-valuenow={Math.round(100 * fraction)}
      aria-valuemin={0}
      aria-valuemax={100}
      className={cn('h-1 w-40 shrink-0 overflow-hidden rounded-full bg-line', className)}
    >
      <span
        className="block h-full origin-left bg-accent"
        style={{ transform: `scaleX(${fraction})` }}
      />
    </span>
  );
}
