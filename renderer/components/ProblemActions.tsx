/** What a person can do about a problem, where it is said: mend it, hear why, let it rest. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../core/contract/ExperimentReport.ts';
import { applyFix } from '../actions/applyFix.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { dismissRule } from '../state/dismissals.ts';
import { Button } from './Button.tsx';

interface ProblemActionsProps {
  readonly problem: Pick<Problem, 'fixes' | 'rule' | 'explanation'>;
}

export function ProblemActions({ problem }: ProblemActionsProps) {
  const { t } = useTranslation();
  const { localized } = useLanguage();
  const [isExplained, setExplained] = useState(false);
  const { fixes = [], rule, explanation } = problem;
  if (fixes.length === 0 && !rule && !explanation) return null;
  return (
    <>
      <span className="mt-1 flex flex-wrap gap-1.5">
        {fixes.map((fix) => (
          <Button
            key={fix.label.en}
            size="sm"
            className="h-6"
            data-testid="fix"
            onClick={() => applyFix(fix)}
          >
            {localized(fix.label)}
          </Button>
        ))}
        {explanation ? (
          <Button
            size="sm"
            variant="ghost"
            className="h-6"
            aria-expanded={isExplained}
            onClick={() => setExplained(!isExplained)}
          >
            {t('advice.why')}
          </Button>
        ) : null}
        {rule ? (
          <Button size="sm" variant="ghost" className="h-6" onClick={() => dismissRule(rule)}>
            {t('advice.dismiss')}
          </Button>
        ) : null}
      </span>
      {isExplained && explanation ? (
        <p className="mt-1 max-w-prose text-pretty text-muted">{localized(explanation)}</p>
      ) : null}
    </>
  );
}
