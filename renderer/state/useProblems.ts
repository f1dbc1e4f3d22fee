import { useMemo } from 'react';
import type { Problem } from '../../core/contract/ExperimentReport.ts';
import { useCheck } from './check.ts';
import { useDismissedRules } from './dismissals.ts';

const none: readonly Problem[] = [];

/** The problems at one place of the document and below it; all of them for ''. */
export function useProblems(where: string): readonly Problem[] {
  const problems = useCheck(({ report }) => report?.problems ?? none);
  const dismissed = useDismissedRules();
  return useMemo(
    () =>
      problems.filter(
        ({ where: place, rule }) =>
          place.startsWith(where) && !(rule !== undefined && dismissed.includes(rule)),
      ),
    [problems, where, dismissed],
  );
}
