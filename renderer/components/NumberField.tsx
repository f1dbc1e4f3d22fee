/**
 * A number that a person types, followed while it is typed. What is no number, or not an integer
 * where one is wanted, stays in the field with the reason below it, also when the field is left; the
 * document goes back to the value from before the entry, not to what its first digits say, and the
 * reason names it; several things that differed get their own values back. Escape takes an entry back, Enter ends it. Arrow keys step, with Shift tenfold. A
 * field that was empty from the beginning is no mistake before something is typed into it.
 */
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cn } from './cn.ts';
import { parseNumber } from './parseNumber.ts';

interface NumberFieldProps {
  readonly value: number | null;
  readonly onChange: (value: number) => void;
  readonly label: string;
  readonly id?: string | undefined;
  readonly integer?: boolean;
  /** Bounds of the document's schema; a value outside is not taken over. */
  readonly minimum?: number;
  readonly maximum?: number;
  readonly step?: number;
  readonly unit?: string;
  readonly placeholder?: string;
  readonly invalid?: boolean;
  /** When the field was emptied; without it, an empty field is refused. */
  readonly onClear?: () => void;
  /** When an entry is taken back that began with no value, as several that differ have none. */
  readonly onTakeBack?: () => void;
  readonly className?: string;
}

export function NumberField(props: NumberFieldProps) {
  const { value, onChange, label, id, unit, placeholder, invalid, className } = props;
  const { onClear, onTakeBack } = props;
  const { t } = useTranslation();
  const [text, setText] = useState(value === null ? '' : String(value));
  const [isTouched, setTouched] = useState(false);
  const reasonId = useId();
  const shown = value === null ? '' : String(value);

  /** What the document held when this entry began. */
  const before = useRef(value);
  /** What this field set: another value comes from elsewhere, and is shown. */
  const given = useRef(value);

  useEffect(() => {
    if (given.current === value) return;
    given.current = value;
    before.current = value;
    setText(shown);
  }, [value, shown]);

  const isLeftEmpty = value === null && !isTouched;
  const refusal = text === '' && (onClear || isLeftEmpty) ? null : refuse(text, props);
  const give = (next: number | null) => {
    const empty = (before.current === null && onTakeBack) || onClear;
    if (next === given.current || (next === null && !empty)) return;
    given.current = next;
    if (next === null) empty?.();
    else onChange(next);
  };
  const canTakeBack = () => before.current !== null || Boolean(onClear ?? onTakeBack);
  const take = (next: string) => {
    setText(next);
    setTouched(true);
    if (next === '' && onClear) give(null);
    else give(refuse(next, props) === null ? parseNumber(next) : before.current);
  };
  const takeBack = () => {
    const back = canTakeBack() ? before.current : value;
    give(back);
    setText(back === null ? '' : String(back));
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && (refusal || (canTakeBack() && value !== before.current))) {
      event.stopPropagation();
      takeBack();
      return;
    }
    if (event.key === 'Enter') before.current = value;
    const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!direction || event.nativeEvent.isComposing) return;
    event.preventDefault();
    const size = stepOf(props) * (event.shiftKey ? 10 : 1);
    const stepped = Number(((value ?? 0) + direction * size).toPrecision(12));
    const { minimum = stepped, maximum = stepped } = props;
    take(String(Math.min(Math.max(stepped, minimum), maximum)));
  };

  return (
    <div className={cn('min-w-0', className)}>
      <div
        className={cn(
          'flex h-8 items-center rounded-lg border border-line bg-raised transition-colors focus-within:border-accent focus-within:ring-2 focus-within:ring-accent/25 hover:border-line-strong',
          (invalid || refusal) && 'border-error',
        )}
      >
        <input
          id={id}
          value={text}
          placeholder={placeholder}
          aria-label={label}
          aria-invalid={invalid || refusal !== null}
          aria-describedby={refusal ? reasonId : undefined}
          inputMode="decimal"
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => take(event.target.value)}
          onFocus={() => {
            before.current = value;
            given.current = value;
          }}
          onBlur={() => refusal === null && setText(shown)}
          onKeyDown={onKey}
          className="number h-full w-full min-w-0 bg-transparent px-2.5 text-sm outline-none selectable placeholder:text-faint"
        />
        {unit ? <span className="caption shrink-0 pr-2.5">{unit}</span> : null}
      </div>
      {refusal ? (
        <p id={reasonId} role="alert" className="mt-1 text-xs text-error">
          {t(`number.${refusal}`, { minimum: props.minimum, maximum: props.maximum })}{' '}
          {value !== null ? t('number.keeps', { value: String(value) }) : null}
          {value === null && onTakeBack ? t('number.keepsOwn') : null}
        </p>
      ) : null}
    </div>
  );
}

type Refusal = 'empty' | 'decimalComma' | 'notANumber' | 'notAnInteger' | 'tooSmall' | 'tooLarge';

function refuse(text: string, { integer, minimum, maximum }: NumberFieldProps): Refusal | null {
  const value = parseNumber(text);
  if (text.trim() === '') return 'empty';
  if (value === null) return /^\s*[+-]?\d*,\d+\s*$/.test(text) ? 'decimalComma' : 'notANumber';
  if (integer && !Number.isInteger(value)) return 'notAnInteger';
  if (minimum !== undefined && value < minimum) return 'tooSmall';
  if (maximum !== undefined && value > maximum) return 'tooLarge';
  return null;
}

/** One for integers, else the last digit that is shown: 0.003 moves to 0.004. */
function stepOf({ step, integer, value }: NumberFieldProps): number {
  if (step !== undefined) return step;
  if (integer) return 1;
  if (!value) return 0.01;
  const digits = Math.floor(Math.log10(Math.abs(value)));
  return 10 ** digits;
}
