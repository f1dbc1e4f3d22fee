import { cn } from '../../../components/cn.ts';

interface DateFieldProps {
  /** Days since 1970-01-01 UTC. */
  readonly value: number | null;
  readonly onChange: (days: number) => void;
  readonly onClear: () => void;
  readonly label: string;
  readonly placeholder: string;
  readonly className?: string;
}

const DAY = 86_400_000;

export function DateField({
  value,
  onChange,
  onClear,
  label,
  placeholder,
  className,
}: DateFieldProps) {
  return (
    <input
      type="date"
      aria-label={label}
      title={placeholder}
      value={value === null ? '' : new Date(value * DAY).toISOString().slice(0, 10)}
      onChange={({ target }) =>
        Number.isNaN(target.valueAsNumber) ? onClear() : onChange(target.valueAsNumber / DAY)
      }
      className={cn(
        'number h-8 rounded-lg border border-line bg-raised px-2.5 text-sm hover:border-line-strong',
        className,
      )}
    />
  );
}
