/** What can be changed of a run while it trains: its learning rate; and while it is paused, steps. */
import { StepForward } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunRecord } from '../../../../core/contract/RunRecord.ts';
import { showError } from '../../../actions/showError.ts';
import { Button } from '../../../components/Button.tsx';
import { Field } from '../../../components/Field.tsx';
import { NumberField } from '../../../components/NumberField.tsx';
import { useFormat } from '../../../format/useFormat.ts';
import { useUsualRate } from '../../../settings/useUsualRate.ts';
import { useRunControl } from '../../../state/runControl.ts';

interface RunControlsProps {
  readonly run: RunRecord;
}

export function RunControls({ run }: RunControlsProps) {
  const { status } = run;
  if (status !== 'running' && status !== 'paused') return null;
  return (
    <div data-testid="run-controls" className="flex flex-wrap items-end gap-x-6 gap-y-3">
      <LearningRateControl key={run.id} run={run} />
      {status === 'paused' ? <StepControl run={run.id} /> : null}
    </div>
  );
}

/**
 * The optimizer's own, as the last change or the experiment says it, else the usual one; a schedule
 * goes on around it.
 */
function useBaseRate({ spec, learningRateChanges }: RunRecord): number | null {
  const usual = useUsualRate(spec.optimizer.type);
  const changed = learningRateChanges.at(-1)?.learningRate;
  const rate = changed ?? spec.optimizer.options.learningRate ?? usual;
  return typeof rate === 'number' ? rate : null;
}

function LearningRateControl({ run }: RunControlsProps) {
  const { t } = useTranslation();
  const setLearningRate = useRunControl((state) => state.setLearningRate);
  const current = useBaseRate(run);
  const [wanted, setWanted] = useState(current);
  const canSet = wanted !== null && wanted > 0 && wanted !== current;
  const apply = () => {
    if (wanted !== null && canSet) setLearningRate(run.id, wanted).catch(showError);
  };
  return (
    <form
      className="flex items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <Field
        label={t('control.learningRate')}
        subject={{ kind: 'help', topic: 'liveLearningRate' }}
        className="w-36"
      >
        {(id) => (
          <NumberField
            id={id}
            label={t('control.learningRate')}
            value={wanted}
            onChange={setWanted}
          />
        )}
      </Field>
      <Button type="submit" data-testid="set-rate" disabled={!canSet}>
        {t('control.set')}
      </Button>
    </form>
  );
}

const LARGEST_STEP = 1_000_000;

function StepControl({ run }: { readonly run: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const step = useRunControl((state) => state.step);
  const isAsked = useRunControl(({ asked }) => asked.has(run));
  const [iterations, setIterations] = useState(1);
  return (
    <form
      className="flex items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        step(run, iterations).catch(showError);
      }}
    >
      <Field
        label={t('control.iterations')}
        subject={{ kind: 'help', topic: 'step' }}
        className="w-28"
      >
        {(id) => (
          <NumberField
            id={id}
            label={t('control.iterations')}
            integer
            minimum={1}
            maximum={LARGEST_STEP}
            value={iterations}
            onChange={setIterations}
          />
        )}
      </Field>
      <Button type="submit" data-testid="step-run" disabled={isAsked}>
        <StepForward aria-hidden />
        {t('control.step', { count: iterations, shown: format.integer(iterations) })}
      </Button>
    </form>
  );
}
