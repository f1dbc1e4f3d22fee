/** One sample through the network as it stands: whose weights, which mode, which sample, what comes out. */
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExperimentSpec } from '../../../../core/contract/ExperimentSpec.ts';
import type { NetworkFault } from '../../../../core/contract/ForwardPass.ts';
import { Segmented } from '../../../components/Segmented.tsx';
import { Select } from '../../../components/Select.tsx';
import { SplitName } from '../../../components/SplitName.tsx';
import { useLatest } from '../../../components/useLatest.ts';
import { runTitle } from '../../../format/runTitle.ts';
import { useCheck } from '../../../state/check.ts';
import { useExperiment } from '../../../state/experiment.ts';
import { useRuns } from '../../../state/runs.ts';
import { useSeeThrough } from '../../../state/seeThrough.ts';
import { FaultNote } from './FaultNote.tsx';
import { PassOutcome } from './PassOutcome.tsx';
import { SampleStepper } from './SampleStepper.tsx';

export function SeeThroughPanel() {
  const isOpen = useSeeThrough((state) => state.isOpen);
  // What the check has spoken of: of what is typed in one go, the first key and the last alone.
  const spec = useCheck((state) => state.spec);
  const layers = useExperiment(({ draft }) => draft?.spec.model.layers.length ?? 0);
  return isOpen && spec && layers > 0 ? <Open spec={spec} /> : null;
}

function Open({ spec }: { readonly spec: ExperimentSpec }) {
  const { t } = useTranslation();
  const { split, place, mode, run: wanted, pass, saw } = useSeeThrough();
  // A run that was removed meanwhile has no weights any longer.
  const run = useRuns(({ runs }) => runs.find(({ id }) => id === wanted)?.id ?? null);
  const { result, error } = useLatest('experiments.forwardPass', {
    ...{ spec, split, place, mode },
    ...(run === null ? {} : { run }),
  });
  useEffect(() => {
    if (result || error) saw(result);
  }, [result, error, saw]);
  useEffect(() => () => saw(null), [saw]);
  return (
    <section
      aria-label={t('seeThrough.title')}
      data-testid="see-through"
      className="flex flex-col gap-3 border-b border-line px-6 py-4"
    >
      <Choices dataset={spec.dataset} run={run} />
      {error ? <FaultNote fault={error} /> : null}
      {pass?.fault ? <NetworkFaultNote fault={pass.fault} /> : null}
      {pass ? <PassOutcome pass={pass} /> : null}
      {pass || error ? null : <p className="caption">{t('seeThrough.working')}</p>}
    </section>
  );
}

function NetworkFaultNote({ fault: { message, where, sound } }: { readonly fault: NetworkFault }) {
  const { t } = useTranslation();
  const hint = sound > 0 ? t('seeThrough.inFront', { count: sound }) : t('seeThrough.mendFirst');
  return <FaultNote fault={{ code: 'invalid-experiment', message, where, hint }} />;
}

interface ChoicesProps {
  readonly dataset: string;
  readonly run: string | null;
}

function Choices({ dataset, run }: ChoicesProps) {
  const { t } = useTranslation();
  const { split, mode, choose } = useSeeThrough();
  const runs = useRuns((state) => state.runs);
  const trained = runs.filter((one) => one.bestEpoch !== null && one.spec.dataset === dataset);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Select
        label={t('seeThrough.weights')}
        value={run ?? FRESH}
        options={[
          { value: FRESH, label: t('seeThrough.fresh') },
          ...trained.map(({ id, name }) => ({ value: id, label: runTitle({ id, name }, runs) })),
        ]}
        onChange={(value) => choose({ run: value === FRESH ? null : value })}
        className="w-56"
      />
      <Segmented
        label={t('seeThrough.mode')}
        value={mode}
        options={[
          { value: 'inference', label: t('seeThrough.inference') },
          { value: 'training', label: t('seeThrough.training') },
        ]}
        onChange={(value) => choose({ mode: value })}
      />
      <Segmented
        label={t('seeThrough.split')}
        value={split}
        options={[
          { value: 'validation', label: <SplitName split="validation" /> },
          { value: 'train', label: <SplitName split="train" /> },
        ]}
        onChange={(value) => choose({ split: value, place: 0 })}
      />
      <SampleStepper />
    </div>
  );
}

/** No slug. */
const FRESH = '#fresh';
