/**
 * Numbers that a person types in a row, `10, 20`. As in NumberField, what is no such row stays in
 * the field with the reason below it, and the document goes back to the row from before the entry.
 */
import { useEffect, useId, useRef, useState } from 'react';
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
  /** When an entry is refused that began with no row, as several that differ have none. */
  readonly onTakeBack?: () => void;
}

export function NumberListField(props: NumberListFieldProps) {
  const { values, onChange, label, id, separator = ', ', placeholder, invalid } = props;
  const { onClear, onTakeBack } = props;
  const { t } = useTranslation();
  const shown = values.join(separator);
  const [text, setText] = useState(shown);
  const reasonId = useId();

  /** What the document held when this entry began. */
  const before = useRef(values);
  /** What this field set, as it would be shown: another row comes from elsewhere. */
  const given = useRef(shown);

  useEffect(() => {
    if (given.current === shown) return;
    given.current = shown;
    before.current = parseNumberList(shown) ?? [];
    setText(shown);
  }, [shown]);

  const isCleared = text.trim() === '' && onClear !== undefined;
  const refusal = isCleared ? null : refuse(text, props);
  const give = (numbers: readonly number[]) => {
    const next = numbers.join(separator);
    if (next === given.current) return;
    given.current = next;
    const empty = (before.current.length === 0 && onTakeBack) || onClear;
    if (numbers.length === 0 && empty) empty();
    else onChange([...numbers]);
  };
  const take = (next: string) => {
    setText(next);
    const isEmptied = next.trim() === '' && onClear !== undefined;
    const isTaken = isEmptied || refuse(next, props) === null;
    give(isTaken ? (parseNumberList(next) ?? []) : before.current);
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
        onFocus={() => {
          before.current = values;
          given.current = shown;
        }}
        onBlur={() => setText(shown)}
        className={cn(
          'number h-8 w-full min-w-0 rounded-lg border border-line bg-raised px-2.5 text-sm outline-none transition-colors selectable placeholder:text-faint hover:border-line-strong focus:border-accent focus:ring-2 focus:ring-accent/25',
          (invalid || refusal) && 'border-error',
        )}
      />
      {refusal ? (
        <p id={reasonId} role="alert" className="mt-1 text-xs text-error">
          {t(`number.${refusal}`, { counts: props.counts?.join(', ') })}{' '}
          {values.length === 0 && onTakeBack ? t('number.keepsOwn') : null}
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
