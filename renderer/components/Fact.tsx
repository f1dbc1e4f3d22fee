import type { ReactNode } from 'react';
import { cn } from './cn.ts';

interface FactProps {
  readonly label: string;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A named value; belongs in a `dl`. */
export function Fact({ label, children, className }: FactProps) {
  return (
    <div className={cn('min-w-0', className)}>
      <dt className="caption truncate">{label}</dt>
      <dd className="number mt-0.5 truncate text-sm selectable">{children}</dd>
    </div>
  );
}
