import type { ReactNode } from 'react';

interface StatisticsCardProps {
  readonly name: string;
  readonly note?: ReactNode;
  readonly children: ReactNode;
}

/** One of many small charts that are read side by side. */
export function StatisticsCard({ name, note, children }: StatisticsCardProps) {
  return (
    <li className="flex min-w-0 flex-col gap-1.5">
      <div className="flex items-baseline gap-2">
        <h3 className="truncate font-medium" title={name}>
          {name}
        </h3>
        {note ? <span className="caption ml-auto shrink-0 whitespace-nowrap">{note}</span> : null}
      </div>
      {children}
    </li>
  );
}
