import { Boxes } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { useExperiment } from '../../state/experiment.ts';
import { useNavigation } from '../../state/navigation.ts';
import { ComparisonPanel } from './compare/ComparisonPanel.tsx';
import { LayerDragArea } from './drag/LayerDragArea.tsx';
import { ImportedModelCard } from './ImportedModelCard.tsx';
import { InitialModelNote } from './InitialModelNote.tsx';
import { LayerList } from './LayerList.tsx';
import { LayerPalette } from './LayerPalette.tsx';
import { ModelTotals } from './ModelTotals.tsx';
import { NetworkTextPanel } from './NetworkTextPanel.tsx';
import { PasteTarget } from './PasteTarget.tsx';
import { ShortcutList } from './ShortcutList.tsx';
import { SeeThroughPanel } from './seeThrough/SeeThroughPanel.tsx';
import { useCanvasClipboard } from './useCanvasClipboard.ts';
import { useCanvasKeys } from './useCanvasKeys.ts';

export function ModelScreen() {
  const { t } = useTranslation();
  const isOpen = useExperiment(({ draft }) => draft !== null);
  const go = useNavigation((state) => state.go);
  if (!isOpen) {
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
  return <Editor />;
}

function Editor() {
  const { t } = useTranslation();
  useCanvasKeys();
  useCanvasClipboard();
  const isEmpty = useExperiment(({ draft }) => draft?.spec.model.layers.length === 0);
  return (
    <LayerDragArea>
      <div className="flex h-full">
        <h1 className="sr-only">{t('screens.model')}</h1>
        <LayerPalette />
        <section
          data-canvas
          data-testid="model-canvas"
          aria-label={t('editor.canvas')}
          tabIndex={isEmpty ? 0 : -1}
          className="flex min-w-0 flex-1 flex-col overflow-y-auto outline-none focus-visible:ring-2 focus-visible:ring-accent focus-visible:ring-inset"
        >
          <ImportedModelCard />
          <NetworkTextPanel />
          <PasteTarget />
          <ComparisonPanel />
          <ModelTotals />
          <InitialModelNote />
          <SeeThroughPanel />
          <LayerList />
        </section>
      </div>
      <ShortcutList />
    </LayerDragArea>
  );
}
