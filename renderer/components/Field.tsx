/**
 * A control with its name, its problem, and its explanation: focusing anything in it tells the
 * inspector.
 */
import { RotateCcw } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../core/contract/ExperimentReport.ts';
import { type Subject, useInspection } from '../state/inspection.ts';
import { cn } from './cn.ts';
import { ProblemNote } from './ProblemNote.tsx';

interface FieldProps {
  readonly label: string;
  readonly subject: Subject;
  readonly problems?: readonly Problem[];
  /** Beside the control, for a switch; else above it. */
  readonly inline?: boolean;
  readonly note?: ReactNode;
  /** Back to the default; absent where it is there already, or there is none. */
  readonly onReset?: (() => void) | undefined;
  readonly className?: string;
  readonly children: (id: string) => ReactNode;
}

export function Field(props: FieldProps) {
  const { label, subject, problems = [], inline, note, onReset, className, children } = props;
  const { t } = useTranslation();
  const id = useId();
  const inspect = useInspection((state) => state.inspect);
  const explain = () => inspect(subject);
  return (
    <div
      className={cn('min-w-0', className)}
      onFocusCapture={explain}
      onPointerDownCapture={explain}
    >
      <div className={inline ? 'flex min-h-8 items-center justify-between gap-3' : ''}>
        <span className={cn('flex min-w-0 items-center gap-1', !inline && 'mb-1')}>
          <label htmlFor={id} className="block min-w-0 text-xs font-medium text-muted">
            {label}
          </label>
          {onReset ? (
            <button
              type="button"
              aria-label={t('options.reset', { label })}
              title={t('options.reset', { label })}
              onClick={onReset}
              className="-my-0.5 ml-auto flex size-4 shrink-0 items-center justify-center rounded text-faint hover:text-ink"
            >
              <RotateCcw aria-hidden className="size-3" />
            </button>
          ) : null}
        </span>
        {children(id)}
      </div>
      {note ? <div className="caption mt-1">{note}</div> : null}
      {problems.map((problem) => (
        <ProblemNote key={problem.message} problem={problem} isInField className="mt-1" />
      ))}
    </div>
  );
}
