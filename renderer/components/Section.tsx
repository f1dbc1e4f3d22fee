import type { ReactNode } from 'react';
import { cn } from './cn.ts';

interface SectionProps {
  readonly title: string;
  readonly note?: ReactNode;
  readonly action?: ReactNode;
  readonly id?: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A titled part of a screen; a hairline, not a box, sets it apart from the next. */
export function Section({ title, note, action, id, className, children }: SectionProps) {
  return (
    <section id={id} aria-label={title} className={cn('min-w-0', className)}>
      <div className="mb-2 flex min-h-7 items-center gap-2">
        <h2 className="text-sm font-semibold">{title}</h2>
        {note ? (
          <span className="caption truncate" title={typeof note === 'string' ? note : undefined}>
            {note}
          </span>
        ) : null}
        {action ? <div className="ml-auto flex items-center gap-1">{action}</div> : null}
      </div>
      {children}
    </section>
  );
}
