/**
 * Numbers that a person types in a row, `10, 20`. As in NumberField, what is no such row stays in
 * the field with the reason below it, and the document keeps the last good one.
 */
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cn } from './cn.ts';
import { parseNumberList } from './parseNumberList.ts';

interface NumberListFieldProps {
  readonly values: readonly number[];
  readonly onChange: (values: number[]) => void;
  readonly label: string;
  readonly id?: string | undefined;
  readonly integer?: boolean;
  /** How many there may be; any number of them without it. */
  readonly counts?: readonly number[];
  readonly separator?: string;
  readonly placeholder?: string;
  readonly invalid?: boolean;
  /** When the field was emptied; without it, an empty row is a row of none. */
  readonly onClear?: () => void;
}

export function NumberListField(props: NumberListFieldProps) {
  const { values, onChange, label, id, separator = ', ', placeholder, invalid, onClear } = props;
  const { t } = useTranslation();
  const shown = values.join(separator);
  const [text, setText] = useState(shown);
  const reasonId = useId();

  useEffect(() => {
    setText((current) => (parseNumberList(current)?.join(separator) === shown ? current : shown));
  }, [shown, separator]);

  const isCleared = text.trim() === '' && onClear !== undefined;
  const refusal = isCleared ? null : refuse(text, props);
  const take = (next: string) => {
    setText(next);
    const numbers = parseNumberList(next);
    if (next.trim() === '' && onClear) onClear();
    else if (numbers && refuse(next, props) === null) onChange(numbers);
  };
  return (
    <div className="min-w-0">
      <input
        id={id}
        value={text}
        placeholder={placeholder}
        aria-label={label}
        aria-invalid={invalid || refusal !== null}
        aria-describedby={refusal ? reasonId : undefined}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => take(event.target.value)}
        onBlur={() => setText(shown)}
        className={cn(
          'number h-8 w-full min-w-0 rounded-lg border border-line bg-raised px-2.5 text-sm outline-none transition-colors selectable placeholder:text-faint hover:border-line-strong focus:border-accent focus:ring-2 focus:ring-accent/25',
          (invalid || refusal) && 'border-error',
        )}
      />
      {refusal ? (
        <p id={reasonId} role="alert" className="mt-1 text-xs text-error">
          {t(`number.${refusal}`, { counts: props.counts?.join(', ') })}
        </p>
      ) : null}
    </div>
  );
}

type Refusal = 'notNumbers' | 'notIntegers' | 'wrongCount';

function refuse(text: string, { integer, counts }: NumberListFieldProps): Refusal | null {
  const numbers = parseNumberList(text);
  if (!numbers) return 'notNumbers';
  if (integer && !numbers.every(Number.isInteger)) return 'notIntegers';
  return counts && !counts.includes(numbers.length) ? 'wrongCount' : null;
}
