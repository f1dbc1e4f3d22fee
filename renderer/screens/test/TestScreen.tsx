/** The sealed test split: one deliberate look for one finished run, counted and dated. */
import { FlaskConical } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { useBestEpochs } from '../../state/bestEpochs.ts';
import { useExperiment } from '../../state/experiment.ts';
import { useNavigation } from '../../state/navigation.ts';
import { useRuns } from '../../state/runs.ts';
import { Finalists } from './Finalists.tsx';
import { bestFinalist, finalistsAmong } from './rankFinalists.ts';
import { Vault } from './Vault.tsx';

export function TestScreen() {
  const { t } = useTranslation();
  const runs = useRuns((state) => state.runs);
  const isOpen = useExperiment(({ draft }) => draft !== null);
  const dataset = useExperiment(({ draft }) => draft?.spec.dataset);
  const go = useNavigation((state) => state.go);
  const [chosen, setChosen] = useState<string | null>(null);
  const finalists = useMemo(() => finalistsAmong(runs), [runs]);
  const best = useBestEpochs(finalists);
  const run = finalists.find(({ id }) => id === chosen) ?? bestFinalist(finalists, best, dataset);
  if (!run) {
    return (
      <EmptyState icon={FlaskConical} title={t('test.empty')} text={t('test.emptyText')}>
        <Button variant="primary" onClick={() => go(isOpen ? 'train' : 'welcome')}>
          {isOpen ? t('runs.goTrain') : t('empty.chooseSample')}
        </Button>
      </EmptyState>
    );
  }
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto flex max-w-4xl flex-col gap-7 px-6 py-7">
        <header>
          <h1 className="text-lg font-semibold">{t('test.title')}</h1>
          <p className="mt-1 max-w-2xl text-pretty text-muted">{t('test.explanation')}</p>
        </header>
        <Finalists runs={finalists} chosen={run.id} onChoose={setChosen} />
        <Vault key={run.id} run={run} />
      </div>
    </div>
  );
}
