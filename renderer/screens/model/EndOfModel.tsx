import type { ReactNode } from 'react';
import { cn } from '../../components/cn.ts';

interface EndOfModelProps {
  readonly name: string;
  readonly note: string;
  readonly isWrong?: boolean;
  /** The shape that goes in or comes out. */
  readonly children: ReactNode;
}

export function EndOfModel({ name, note, isWrong, children }: EndOfModelProps) {
  return (
    <div
      className={cn(
        'flex h-9 shrink-0 items-center gap-2 rounded-lg border border-dashed border-line pr-9 pl-3 text-muted',
        isWrong && 'border-error text-error',
      )}
    >
      <span className="font-medium">{name}</span>
      <span className="caption truncate">{note}</span>
      <span className="number ml-auto text-xs">{children}</span>
    </div>
  );
}
