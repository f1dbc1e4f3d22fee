import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly text: string;
  /** Of its heading: 2 where the screen has one of its own. */
  readonly level?: 1 | 2;
  readonly children?: ReactNode;
}

/** What will be here, and what to do first. */
export function EmptyState({ icon: Icon, title, text, level = 1, children }: EmptyStateProps) {
  const Heading = `h${level}` as const;
  return (
    <div className="flex flex-col items-center justify-center gap-1 px-6 py-14 text-center">
      <div className="mb-3 flex size-12 items-center justify-center rounded-2xl bg-sunken text-faint">
        <Icon aria-hidden className="size-6" strokeWidth={1.5} />
      </div>
      <Heading className="text-md font-semibold">{title}</Heading>
      <p className="max-w-sm text-pretty text-muted">{text}</p>
      {children ? <div className="mt-4 flex flex-wrap justify-center gap-2">{children}</div> : null}
    </div>
  );
}
