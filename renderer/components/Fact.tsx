import type { ReactNode } from 'react';
import { cn } from './cn.ts';

interface FactProps {
  readonly label: string;
  /** More than the label says, for the pointer that rests on it. */
  readonly title?: string;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A named value; belongs in a `dl`. */
export function Fact({ label, title, children, className }: FactProps) {
  return (
    <div title={title} className={cn('min-w-0', className)}>
      <dt className="caption truncate">{label}</dt>
      <dd className="number mt-0.5 truncate text-sm selectable">{children}</dd>
    </div>
  );
}
