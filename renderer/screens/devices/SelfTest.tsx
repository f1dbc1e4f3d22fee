/** Ten training steps on each device, in one click: do they agree, and how fast are they? */
import { Gauge } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button.tsx';
import { ErrorNote } from '../../components/ErrorNote.tsx';
import { ProgressBar } from '../../components/ProgressBar.tsx';
import { Section } from '../../components/Section.tsx';
import { type SelfTestState, useDevices } from '../../state/devices.ts';
import { SelfTestTable } from './SelfTestTable.tsx';

export function SelfTest() {
  const { t } = useTranslation();
  const { selfTest, startTest, cancelTest } = useDevices();
  const isWorking = selfTest !== null && !selfTest.report && !selfTest.error;
  return (
    <Section
      title={t('devicePage.selfTest')}
      action={
        isWorking ? (
          <Button size="sm" data-testid="cancel-self-test" onClick={cancelTest}>
            {t('devicePage.cancelTest')}
          </Button>
        ) : (
          <Button size="sm" data-testid="start-self-test" onClick={() => void startTest()}>
            <Gauge aria-hidden />
            {t('devicePage.startTest')}
          </Button>
        )
      }
    >
      <p className="max-w-2xl text-pretty text-muted">{t('devicePage.selfTestText')}</p>
      {selfTest ? <Outcome selfTest={selfTest} isWorking={isWorking} /> : null}
    </Section>
  );
}

interface OutcomeProps {
  readonly selfTest: SelfTestState;
  readonly isWorking: boolean;
}

function Outcome({ selfTest: { progress, report, error }, isWorking }: OutcomeProps) {
  if (error) return <ErrorNote error={error} className="mt-3" />;
  const results = report?.results ?? progress?.results ?? [];
  return (
    <div className="mt-3 flex flex-col gap-3">
      {isWorking && progress ? <Progress progress={progress} /> : null}
      {results.length > 0 ? <SelfTestTable results={results} bar={report?.bar} /> : null}
    </div>
  );
}

function Progress({ progress }: { readonly progress: NonNullable<SelfTestState['progress']> }) {
  const { t } = useTranslation();
  const { executor, results, executors } = progress;
  const name = t(`executors.${executor}`);
  const text = t('devicePage.testing', {
    executor: name,
    index: results.length + 1,
    count: executors,
  });
  return (
    <p aria-live="polite" className="flex items-center gap-3">
      <ProgressBar label={t('devicePage.selfTest')} fraction={results.length / executors} />
      {text}
    </p>
  );
}
