import { Check, ChevronDown } from 'lucide-react';
import { Select as Radix } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { cn } from './cn.ts';

export interface SelectOption {
  readonly value: string;
  readonly label: ReactNode;
  readonly note?: ReactNode;
}

interface SelectProps {
  readonly value: string;
  readonly options: readonly SelectOption[];
  readonly onChange: (value: string) => void;
  readonly label: string;
  /** Where nothing is chosen yet. */
  readonly placeholder?: string;
  readonly id?: string | undefined;
  readonly invalid?: boolean;
  readonly disabled?: boolean;
  readonly className?: string;
}

/**
 * The list is made when the control has the focus, not before: a screen with ten of them would else
 * draw every choice of each before its first picture.
 */
export function Select(props: SelectProps) {
  const { value, options, onChange, label, placeholder, id, invalid, disabled, className } = props;
  const [isWanted, setIsWanted] = useState(false);
  const want = () => setIsWanted(true);
  const chosen = options.find((option) => option.value === value)?.label;
  return (
    <Radix.Root value={value} onValueChange={onChange} disabled={disabled ?? false}>
      <Radix.Trigger
        id={id}
        aria-label={label}
        aria-invalid={invalid}
        onFocus={want}
        onPointerEnter={want}
        className={cn(
          'flex h-8 w-full min-w-0 items-center justify-between gap-2 rounded-lg border border-line bg-raised px-2.5 text-left text-sm transition-colors hover:border-line-strong aria-invalid:border-error disabled:opacity-50',
          className,
        )}
      >
        <span className="truncate" title={typeof chosen === 'string' ? chosen : undefined}>
          {value === '' && placeholder ? (
            <span className="text-faint">{placeholder}</span>
          ) : (
            <Radix.Value>{chosen}</Radix.Value>
          )}
        </span>
        <ChevronDown aria-hidden className="size-3.5 shrink-0 text-faint" />
      </Radix.Trigger>
      {isWanted ? <Choices options={options} /> : null}
    </Radix.Root>
  );
}

function Choices({ options }: Pick<SelectProps, 'options'>) {
  return (
    <Radix.Portal>
      <Radix.Content
        position="popper"
        sideOffset={4}
        collisionPadding={8}
        className="float-in z-50 max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) overflow-hidden rounded-lg border border-line bg-raised p-1 shadow-float"
      >
        <Radix.Viewport>
          {options.map((option) => (
            <Radix.Item
              key={option.value}
              value={option.value}
              className="flex h-8 items-center gap-2 rounded-md pr-3 pl-7 text-sm outline-none select-none data-[highlighted]:bg-hover data-[state=checked]:font-medium"
            >
              <Radix.ItemIndicator className="absolute left-2.5">
                <Check aria-hidden className="size-3.5 text-accent-ink" />
              </Radix.ItemIndicator>
              <Radix.ItemText>{option.label}</Radix.ItemText>
              {option.note ? <span className="caption ml-auto pl-4">{option.note}</span> : null}
            </Radix.Item>
          ))}
        </Radix.Viewport>
      </Radix.Content>
    </Radix.Portal>
  );
}
