import { Switch as Radix } from 'radix-ui';

interface SwitchProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly label: string;
  readonly id?: string | undefined;
  readonly disabled?: boolean;
}

export function Switch({ checked, onChange, label, id, disabled = false }: SwitchProps) {
  return (
    <Radix.Root
      id={id}
      checked={checked}
      onCheckedChange={onChange}
      aria-label={label}
      disabled={disabled}
      className="relative h-4.5 w-8 shrink-0 rounded-full bg-line-strong transition-colors disabled:opacity-45 data-[state=checked]:bg-accent"
    >
      <Radix.Thumb className="block size-3.5 translate-x-0.5 rounded-full bg-white shadow-sm transition-transform data-[state=checked]:translate-x-4" />
    </Radix.Root>
  );
}
