import { Boxes } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { useSpec } from '../../state/experiment.ts';
import { useNavigation } from '../../state/navigation.ts';
import { ComparisonPanel } from './compare/ComparisonPanel.tsx';
import { ImportedModelCard } from './ImportedModelCard.tsx';
import { InitialModelNote } from './InitialModelNote.tsx';
import { LayerList } from './LayerList.tsx';
import { LayerPalette } from './LayerPalette.tsx';
import { ModelTotals } from './ModelTotals.tsx';
import { NetworkTextPanel } from './NetworkTextPanel.tsx';
import { PasteTarget } from './PasteTarget.tsx';
import { SeeThroughPanel } from './seeThrough/SeeThroughPanel.tsx';

export function ModelScreen() {
  const { t } = useTranslation();
  const spec = useSpec();
  const go = useNavigation((state) => state.go);
  if (!spec) {
    return (
      <>
        <ImportedModelCard />
        <EmptyState icon={Boxes} title={t('empty.noExperiment')} text={t('empty.model')}>
          <Button variant="primary" onClick={() => go('welcome')}>
            {t('empty.chooseSample')}
          </Button>
        </EmptyState>
      </>
    );
  }
  return (
    <div className="flex h-full">
      <h1 className="sr-only">{t('screens.model')}</h1>
      <LayerPalette />
      <div className="flex min-w-0 flex-1 flex-col overflow-y-auto">
        <ImportedModelCard />
        <NetworkTextPanel />
        <PasteTarget />
        <ComparisonPanel />
        <ModelTotals />
        <InitialModelNote />
        <SeeThroughPanel />
        <LayerList />
      </div>
    </div>
  );
}
