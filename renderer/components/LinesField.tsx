/**
 * Texts that a person types one a line. As in NumberListField, what the document cannot hold stays
 * in the field with the reason below it, and the document keeps the last good lines.
 */
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cn } from './cn.ts';

/** As core/contract/ModelSpec.ts bounds the lines of an option. */
const LONGEST_LINE = 200;
const MOST_LINES = 1000;

interface LinesFieldProps {
  readonly lines: readonly string[];
  readonly onChange: (lines: string[]) => void;
  readonly label: string;
  readonly id?: string | undefined;
  readonly invalid?: boolean;
}

export function LinesField({ lines, onChange, label, id, invalid }: LinesFieldProps) {
  const { t } = useTranslation();
  const shown = lines.join('\n');
  const [text, setText] = useState(shown);
  const reasonId = useId();

  useEffect(() => {
    setText((current) => (linesOf(current).join('\n') === shown ? current : shown));
  }, [shown]);

  const refusal = refuse(text);
  const take = (next: string) => {
    setText(next);
    if (refuse(next) === null) onChange(linesOf(next));
  };
  return (
    <div className="min-w-0">
      <textarea
        id={id}
        value={text}
        rows={Math.min(8, Math.max(3, linesOf(text).length + 1))}
        aria-label={label}
        aria-invalid={invalid || refusal !== null}
        aria-describedby={refusal ? reasonId : undefined}
        spellCheck={false}
        onChange={(event) => take(event.target.value)}
        className={cn(
          'w-full min-w-0 resize-y rounded-lg border border-line bg-raised px-2.5 py-1.5 text-sm outline-none transition-colors selectable placeholder:text-faint hover:border-line-strong focus:border-accent focus:ring-2 focus:ring-accent/25',
          (invalid || refusal) && 'border-error',
        )}
      />
      {refusal ? (
        <p id={reasonId} role="alert" className="mt-1 text-xs text-error">
          {t(`lines.${refusal.reason}`, { ...refusal, length: LONGEST_LINE, most: MOST_LINES })}
        </p>
      ) : null}
    </div>
  );
}

const linesOf = (text: string) => (text === '' ? [] : text.split('\n'));

function refuse(text: string): { reason: 'tooLong' | 'tooMany'; line: number } | null {
  const lines = linesOf(text);
  if (lines.length > MOST_LINES) return { reason: 'tooMany', line: lines.length };
  const long = lines.findIndex((line) => line.length > LONGEST_LINE);
  return long < 0 ? null : { reason: 'tooLong', line: long + 1 };
}
