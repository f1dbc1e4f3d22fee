/**
 * What keeps the experiment from training, or what should be known before; each leads to its
 * place.
 */
import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../core/contract/ExperimentReport.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorNote } from '../../components/ErrorNote.tsx';
import { ProblemNote } from '../../components/ProblemNote.tsx';
import { useCheck } from '../../state/check.ts';
import { useExperiment } from '../../state/experiment.ts';
import { type Screen, useNavigation } from '../../state/navigation.ts';

export function ProblemList() {
  const { t } = useTranslation();
  const { report, error } = useCheck();
  const layers = useExperiment((state) => state.draft?.spec.model.layers.length ?? 0);
  const go = useNavigation((state) => state.go);
  if (error) {
    return (
      <ErrorNote
        error={error}
        action={
          <Button size="sm" onClick={() => go('data')}>
            {t('problems.openData')}
          </Button>
        }
      />
    );
  }
  const missing: Problem[] =
    layers === 0 ? [{ severity: 'error', where: 'model', message: t('model.needsLayer') }] : [];
  // What is no error and has its field on this screen is said there.
  const found = (report?.problems ?? []).filter(
    ({ severity, where }) => severity === 'error' || screenOf(where) !== 'train',
  );
  const problems = [...missing, ...found];
  if (problems.length === 0) return null;
  return (
    <ul
      aria-label={t('problems.name')}
      className="flex flex-col gap-1 rounded-lg border border-line p-2"
    >
      {problems.map((problem) => (
        <li key={problem.where + problem.message} className="flex items-start gap-2 px-1 py-0.5">
          <ProblemNote problem={problem} className="flex-1" />
          <PlaceLink problem={problem} />
        </li>
      ))}
    </ul>
  );
}

function PlaceLink({ problem }: { readonly problem: Problem }) {
  const { t } = useTranslation();
  const go = useNavigation((state) => state.go);
  const screen = screenOf(problem.where);
  if (screen === 'train') return null;
  return (
    <Button variant="link" size="inline" className="text-xs" onClick={() => go(screen)}>
      {t(`screens.${screen}`)}
      <ArrowRight aria-hidden />
    </Button>
  );
}

function screenOf(where: string): Screen {
  if (where.startsWith('model')) return 'model';
  return /^(split|dataset|preprocessing)/.test(where) ? 'data' : 'train';
}
