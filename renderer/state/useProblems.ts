import { useShallow } from 'zustand/react/shallow';
import type { Problem } from '../../core/contract/ExperimentReport.ts';
import { useCheck } from './check.ts';
import { useDismissedRules } from './dismissals.ts';

/** The problems at one place of the document and below it; all of them for ''. */
export function useProblems(where: string): readonly Problem[] {
  const dismissed = useDismissedRules();
  // Shallow: a row is not drawn anew for what is wrong with others.
  return useCheck(
    useShallow(({ report }) =>
      (report?.problems ?? []).filter(
        ({ where: place, rule }) =>
          place.startsWith(where) && !(rule !== undefined && dismissed.includes(rule)),
      ),
    ),
  );
}
