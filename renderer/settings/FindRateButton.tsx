import { ChartSpline } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ExperimentSpec } from '../../core/contract/ExperimentSpec.ts';
import { Button } from '../components/Button.tsx';
import { useCheck } from '../state/check.ts';
import { useInspection } from '../state/inspection.ts';
import { useNavigation } from '../state/navigation.ts';
import { useTrials } from '../state/trials.ts';

/** Starts a learning-rate range test and shows its chart, which is on the train screen. */
export function FindRateButton({ spec }: { readonly spec: ExperimentSpec }) {
  const { t } = useTranslation();
  const start = useTrials((state) => state.start);
  const isWorking = useTrials(({ rates }) => rates !== null && !rates.result && !rates.error);
  const isTrainable = useCheck(({ report }) => report?.trainable === true);
  const go = useNavigation((state) => state.go);
  const inspect = useInspection((state) => state.inspect);
  return (
    <Button
      size="sm"
      className="self-start"
      data-testid="find-rate"
      disabled={isWorking || !isTrainable}
      title={isTrainable ? undefined : t('errors.invalid-experiment')}
      onClick={() => {
        inspect({ kind: 'help', topic: 'learningRateRange' });
        go('train');
        void start('rates', spec);
      }}
    >
      <ChartSpline aria-hidden />
      {t('train.findRate')}
    </Button>
  );
}
