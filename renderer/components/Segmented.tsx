import { ToggleGroup } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from './cn.ts';

interface SegmentedProps<T extends string> {
  readonly value: T;
  readonly options: readonly {
    readonly value: T;
    readonly label: ReactNode;
    readonly name?: string;
  }[];
  readonly onChange: (value: T) => void;
  readonly label: string;
  readonly className?: string;
}

/** One of a few choices, all of them in sight. */
export function Segmented<T extends string>(props: SegmentedProps<T>) {
  const { value, options, onChange, label, className } = props;
  return (
    <ToggleGroup.Root
      type="single"
      value={value}
      aria-label={label}
      onValueChange={(next) => next && onChange(next as T)}
      className={cn('inline-flex h-8 rounded-lg bg-sunken p-0.5', className)}
    >
      {options.map((option) => (
        <ToggleGroup.Item
          key={option.value}
          value={option.value}
          aria-label={option.name}
          className="flex flex-auto items-center justify-center gap-1.5 rounded-md px-3 text-sm whitespace-nowrap text-muted transition-colors hover:text-ink data-[state=on]:bg-raised data-[state=on]:font-medium data-[state=on]:text-ink data-[state=on]:shadow-[0_1px_2px_rgb(0_0_0/0.12)]"
        >
          {option.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
