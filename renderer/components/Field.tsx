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
  /** The default in words, beside the button that brings it back. */
  readonly usual?: string | undefined;
  /** Its name is said right above it already; a screen reader still hears it. */
  readonly isNamed?: boolean;
  /** Its place in the document, by which it is found. */
  readonly where?: string;
  readonly className?: string;
  readonly children: (id: string) => ReactNode;
}

export function Field(props: FieldProps) {
  const { label, subject, problems = [], inline, note, onReset, usual, isNamed } = props;
  const { where, className, children } = props;
  const id = useId();
  const inspect = useInspection((state) => state.inspect);
  const explain = () => inspect(subject);
  return (
    <div
      data-where={where}
      className={cn('min-w-0', className)}
      onFocusCapture={explain}
      onPointerDownCapture={explain}
    >
      <div className={inline ? 'flex min-h-8 items-center justify-between gap-3' : ''}>
        <span
          className={cn(
            'flex min-w-0 items-center gap-1',
            !inline && 'mb-1',
            isNamed && !onReset && 'sr-only',
          )}
        >
          <label
            htmlFor={id}
            className={isNamed ? 'sr-only' : 'block min-w-0 text-xs font-medium text-muted'}
          >
            {label}
          </label>
          {onReset ? <ResetButton label={label} usual={usual} onReset={onReset} /> : null}
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

interface ResetButtonProps {
  readonly label: string;
  readonly usual: string | undefined;
  readonly onReset: () => void;
}

function ResetButton({ label, usual, onReset }: ResetButtonProps) {
  const { t } = useTranslation();
  const name = t(usual ? 'options.resetTo' : 'options.reset', { label, usual });
  return (
    <button
      type="button"
      aria-label={name}
      title={name}
      onClick={onReset}
      // What does not fit beside the icon wraps out of sight; the name gives way last.
      className="-my-0.5 ml-auto flex h-4 min-w-4 shrink-[1000] flex-wrap justify-end overflow-hidden rounded text-xs leading-4 text-faint hover:text-ink"
    >
      <span className="flex size-4 items-center justify-center">
        <RotateCcw aria-hidden className="size-3" />
      </span>
      {usual ? <span className="number whitespace-nowrap">{usual}</span> : null}
    </button>
  );
}
