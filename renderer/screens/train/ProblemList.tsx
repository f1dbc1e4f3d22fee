/**
 * What keeps the experiment from training, or what should be known before; each leads to its
 * place.
 */
import { ArrowRight, Check, FlaskConical } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../core/contract/ExperimentReport.ts';
import type { ExperimentSpec } from '../../../core/contract/ExperimentSpec.ts';
import { showPlace } from '../../actions/showPlace.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorNote } from '../../components/ErrorNote.tsx';
import { ProblemNote } from '../../components/ProblemNote.tsx';
import { useCheck } from '../../state/check.ts';
import { useExperiment } from '../../state/experiment.ts';
import { useInspection } from '../../state/inspection.ts';
import { type Screen, useNavigation } from '../../state/navigation.ts';
import { useTrials } from '../../state/trials.ts';
import { OneBatchTest } from './trials/OneBatchTest.tsx';

interface ProblemListProps {
  readonly spec: ExperimentSpec;
}

export function ProblemList({ spec }: ProblemListProps) {
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-start gap-3">
        <div className="min-w-0 flex-1">
          <Problems />
        </div>
        <OneBatchButton spec={spec} />
      </div>
      <OneBatchTest spec={spec} />
    </div>
  );
}

/** The cheapest test of all, offered where the others stand. */
function OneBatchButton({ spec }: ProblemListProps) {
  const { t } = useTranslation();
  const start = useTrials((state) => state.start);
  const isWorking = useTrials(({ oneBatch: one }) => one !== null && !one.result && !one.error);
  const isTrainable = useCheck(({ report }) => report?.trainable === true);
  const inspect = useInspection((state) => state.inspect);
  return (
    <Button
      size="sm"
      variant="ghost"
      data-testid="check-one-batch"
      disabled={isWorking || !isTrainable}
      onFocus={() => inspect({ kind: 'help', topic: 'oneBatch' })}
      onClick={() => void start('oneBatch', spec)}
    >
      <FlaskConical aria-hidden />
      {t('oneBatch.check')}
    </Button>
  );
}

function Problems() {
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
  // What is no error and has its field on this screen is said there, suggestions at their layers.
  const found = (report?.problems ?? []).filter(
    ({ severity, where }) =>
      severity === 'error' || (severity === 'warning' && screenOf(where) !== 'train'),
  );
  // Said at once; from then on by the report.
  const isMissing = layers === 0 && !found.some(({ where }) => where === 'model.layers');
  const problems = isMissing ? [noLayer(t('model.needsLayer')), ...found] : found;
  if (problems.length === 0) {
    return (
      <p className="caption flex h-7 items-center gap-1.5">
        {report ? <Check aria-hidden className="size-3.5 text-good" /> : null}
        {t(report ? 'problems.noneFound' : 'problems.checking')}
      </p>
    );
  }
  return (
    <ul
      aria-label={t('problems.name')}
      className="flex flex-col gap-1 rounded-lg border border-line p-2"
    >
      {problems.map((problem) => (
        <li key={problem.where + problem.message} className="flex items-start gap-2 px-1 py-0.5">
          <ProblemNote problem={problem} className="flex-1" />
          {problem.where === 'device' ? <UseCpu /> : <PlaceLink problem={problem} />}
        </li>
      ))}
    </ul>
  );
}

const noLayer = (message: string): Problem => ({ severity: 'error', where: 'model', message });

/** What the GPU cannot do, the CPU can. */
function UseCpu() {
  const { t } = useTranslation();
  const change = useExperiment((state) => state.change);
  return (
    <Button
      size="sm"
      data-testid="use-cpu"
      onClick={() =>
        change((draft) => {
          draft.spec.device = 'cpu';
        })
      }
    >
      {t('train.useCpu')}
    </Button>
  );
}

function PlaceLink({ problem }: { readonly problem: Problem }) {
  const { t } = useTranslation();
  const screen = screenOf(problem.where);
  return (
    <Button
      variant="link"
      size="inline"
      className="text-xs"
      onClick={() => showPlace(problem.where)}
    >
      {screen === 'train' ? t('settings.showPlace') : t(`screens.${screen}`)}
      <ArrowRight aria-hidden />
    </Button>
  );
}

function screenOf(where: string): Screen {
  if (/^(model|initialModel)/.test(where)) return 'model';
  return /^(split|dataset|preprocessing|augmentation)/.test(where) ? 'data' : 'train';
}
