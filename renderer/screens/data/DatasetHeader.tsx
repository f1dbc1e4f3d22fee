import { Ellipsis, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DatasetInfo } from '../../../core/contract/DatasetInfo.ts';
import { newExperiment } from '../../actions/newExperiment.ts';
import { showError } from '../../actions/showError.ts';
import { takeDataset } from '../../actions/takeDataset.ts';
import { Button } from '../../components/Button.tsx';
import { confirm } from '../../components/ConfirmDialog.tsx';
import { Menu, MenuItem } from '../../components/Menu.tsx';
import { i18n } from '../../i18n/i18n.ts';
import { useDatasetName } from '../../i18n/useDatasetName.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { useDatasets } from '../../state/datasets.ts';
import { useUsedDataset } from '../../state/experiment.ts';
import { useViewedDataset } from '../../state/viewedDataset.ts';
import { request } from '../../studio.ts';

interface DatasetHeaderProps {
  readonly dataset: DatasetInfo;
}

export function DatasetHeader({ dataset }: DatasetHeaderProps) {
  const { t } = useTranslation();
  const { localized } = useLanguage();
  const nameOf = useDatasetName();
  const used = useUsedDataset();
  const sample = useDatasets(({ samples }) =>
    dataset.source.kind === 'sample' ? samples.find(({ id }) => id === dataset.id) : undefined,
  );
  const isUsed = used === dataset.id;
  return (
    <header className="flex items-start gap-2">
      <div className="mr-auto min-w-0">
        <h1 className="truncate text-lg font-semibold" title={dataset.name}>
          {nameOf(dataset)}
        </h1>
        <p className="text-pretty text-muted">
          {sample ? localized(sample.description) : dataset.source.origin}
        </p>
      </div>
      {used !== undefined && !isUsed ? (
        <Button onClick={() => void takeDataset(dataset, nameOf(dataset))}>
          {t('data.useHere')}
        </Button>
      ) : null}
      {isUsed ? null : (
        <Button
          variant="primary"
          data-testid="new-experiment-here"
          onClick={() => void newExperiment(dataset)}
        >
          {t('data.newExperiment')}
        </Button>
      )}
      <Menu
        align="end"
        trigger={
          <Button variant="ghost" className="size-8 px-0" aria-label={t('common.more')}>
            <Ellipsis aria-hidden />
          </Button>
        }
      >
        <MenuItem icon={Trash2} isDangerous onSelect={() => void removeDataset(dataset)}>
          {t('data.remove')}
        </MenuItem>
      </Menu>
    </header>
  );
}

async function removeDataset({ id, name, edits }: DatasetInfo): Promise<void> {
  const yes = await confirm({
    title: i18n.t('data.removeTitle', { name }),
    text: i18n.t(edits ? 'edits.removeText' : 'data.removeText'),
    action: i18n.t('data.remove'),
    dangerous: true,
  });
  if (!yes) return;
  try {
    await request('datasets.remove', { id });
    useViewedDataset.getState().view(null);
  } catch (error) {
    showError(error);
  }
}
