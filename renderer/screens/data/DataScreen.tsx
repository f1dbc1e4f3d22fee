import { Database } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { importDataset } from '../../actions/importDataset.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { useDatasets } from '../../state/datasets.ts';
import { useUsedDataset } from '../../state/experiment.ts';
import { useImporting } from '../../state/importing.ts';
import { useViewedDataset } from '../../state/viewedDataset.ts';
import { DatasetPageView } from './DatasetPageView.tsx';
import { ImportPage } from './import/ImportPage.tsx';
import { Library } from './Library.tsx';
import { MissingDataset } from './MissingDataset.tsx';
import { WaitingElsewhere } from './WaitingElsewhere.tsx';

export function DataScreen() {
  const { t } = useTranslation();
  const { datasets, loaded } = useDatasets();
  const { viewed, isImportInFront } = useViewedDataset();
  const draft = useImporting((state) => state.draft);
  const isImporting = isImportInFront && draft !== null;
  const used = useUsedDataset();
  // Another dataset never stands in for the experiment's own one.
  const shown =
    datasets.find(({ id }) => id === viewed) ??
    (used === undefined ? datasets[0] : datasets.find(({ id }) => id === used));
  return (
    <div className="flex h-full">
      <Library shown={isImporting ? null : (shown?.id ?? null)} isImporting={isImporting} />
      <div className="flex min-w-0 flex-1 flex-col overflow-hidden">
        <WaitingElsewhere />
        {isImporting ? (
          <ImportPage key={draft.path} draft={draft} />
        ) : shown ? (
          <DatasetPageView key={shown.id} dataset={shown} />
        ) : loaded && used !== undefined ? (
          <MissingDataset id={used} />
        ) : loaded ? (
          <EmptyState icon={Database} title={t('data.empty')} text={t('data.emptyText')}>
            <Button variant="primary" onClick={() => void importDataset()}>
              {t('data.importFile')}
            </Button>
          </EmptyState>
        ) : (
          <div className="skeleton m-6 h-40" />
        )}
      </div>
    </div>
  );
}
