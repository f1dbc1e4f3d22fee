/**
 * A control with its name, its problem, and its explanation: focusing anything in it tells the
 * inspector.
 */
import { type ReactNode, useId } from 'react';
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
  readonly className?: string;
  readonly children: (id: string) => ReactNode;
}

export function Field(props: FieldProps) {
  const { label, subject, problems = [], inline, note, className, children } = props;
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
        <label
          htmlFor={id}
          className={cn('block text-xs font-medium text-muted', !inline && 'mb-1')}
        >
          {label}
        </label>
        {children(id)}
      </div>
      {note ? <div className="caption mt-1">{note}</div> : null}
      {problems.map((problem) => (
        <ProblemNote key={problem.message} problem={problem} isInField className="mt-1" />
      ))}
    </div>
  );
}
