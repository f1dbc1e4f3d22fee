import { useState } from 'react';
import { cn } from './cn.ts';

interface RenameFieldProps {
  readonly name: string;
  readonly label: string;
  /** Null when nothing changed or Escape was pressed. */
  readonly onDone: (name: string | null) => void;
  /** An empty name is one, too: it takes the name away. */
  readonly canBeEmpty?: boolean;
  readonly className?: string;
}

/** A name in the course of being changed: Enter or leaving takes it over, Escape does not. */
export function RenameField(props: RenameFieldProps) {
  const { name, label, onDone, canBeEmpty = false, className } = props;
  const [text, setText] = useState(name);
  const finish = () => {
    const trimmed = text.trim();
    const isName = trimmed !== '' || canBeEmpty;
    onDone(isName && trimmed !== name ? trimmed : null);
  };
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: it appears because the person asked to type here.
      autoFocus
      value={text}
      maxLength={200}
      aria-label={label}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setText(event.target.value)}
      onBlur={finish}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        // The same key must not press what has the keyboard next.
        event.preventDefault();
        if (event.key === 'Enter') finish();
        else onDone(null);
      }}
      className={cn(
        'h-8 min-w-0 rounded-lg border border-accent bg-raised px-2 text-sm font-medium outline-none ring-2 ring-accent/25 selectable',
        className,
      )}
    />
  );
}
