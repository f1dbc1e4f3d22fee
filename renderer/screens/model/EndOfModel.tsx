import type { ReactNode } from 'react';

interface EndOfModelProps {
  readonly name: string;
  readonly note: string;
  /** The shape that goes in or comes out. */
  readonly children: ReactNode;
}

export function EndOfModel({ name, note, children }: EndOfModelProps) {
  return (
    <div className="flex h-9 items-center gap-2 rounded-lg border border-dashed border-line pr-9 pl-3 text-muted">
      <span className="font-medium">{name}</span>
      <span className="caption truncate">{note}</span>
      <span className="number ml-auto text-xs">{children}</span>
    </div>
  );
}
