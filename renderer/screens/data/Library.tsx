import { FolderOpen, Image, Plus, Table2, Type } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DatasetKind } from '../../../core/contract/DatasetInfo.ts';
import { importDataset } from '../../actions/importDataset.ts';
import { showError } from '../../actions/showError.ts';
import { Button } from '../../components/Button.tsx';
import { cn } from '../../components/cn.ts';
import { IconButton } from '../../components/IconButton.tsx';
import { useFormat } from '../../format/useFormat.ts';
import { useDatasetName } from '../../i18n/useDatasetName.ts';
import { useDatasets } from '../../state/datasets.ts';
import { useUsedDataset } from '../../state/experiment.ts';
import { useViewedDataset } from '../../state/viewedDataset.ts';
import { PendingImport } from './import/PendingImport.tsx';

interface LibraryProps {
  readonly shown: string | null;
  /** The import stands in front. */
  readonly isImporting: boolean;
}

const icons = { image: Image, table: Table2, text: Type } as const;

interface EntryProps {
  readonly kind: DatasetKind;
  readonly name: string;
  readonly samples: number;
  readonly isShown: boolean;
  readonly isUsed: boolean;
  readonly onOpen: () => void;
}

export function Library({ shown, isImporting }: LibraryProps) {
  const { t } = useTranslation();
  const { datasets, samples, install } = useDatasets();
  const view = useViewedDataset((state) => state.view);
  const used = useUsedDataset();
  const nameOf = useDatasetName();
  const waiting = samples.filter((sample) => !datasets.some(({ id }) => id === sample.id));
  return (
    <section
      aria-label={t('data.library')}
      className="flex w-54 shrink-0 flex-col gap-4 overflow-y-auto border-r border-line p-3"
    >
      <div className="flex gap-1">
        <Button
          data-testid="import-dataset"
          className="flex-1"
          onClick={() => void importDataset('file')}
        >
          <Plus aria-hidden />
          {t('data.import')}
        </Button>
        <IconButton
          icon={FolderOpen}
          size="md"
          variant="secondary"
          label={t('data.importFolder')}
          onClick={() => void importDataset('folder')}
        />
      </div>
      <PendingImport isShown={isImporting} />
      <div>
        <h2 className="caption px-2 pb-1">{t('data.library')}</h2>
        {datasets.map((dataset) => (
          <Entry
            key={dataset.id}
            {...dataset}
            name={nameOf(dataset)}
            isShown={dataset.id === shown}
            isUsed={dataset.id === used}
            onOpen={() => view(dataset.id)}
          />
        ))}
        {datasets.length === 0 ? <p className="px-2 text-muted">{t('data.empty')}</p> : null}
      </div>
      {waiting.length > 0 ? (
        <div>
          <h2 className="caption px-2 pb-1">{t('data.samples')}</h2>
          {waiting.map((sample) => (
            <Entry
              key={sample.id}
              {...sample}
              name={nameOf(sample)}
              isShown={false}
              isUsed={false}
              onOpen={() => {
                install(sample.id).then(({ id }) => view(id), showError);
              }}
            />
          ))}
        </div>
      ) : null}
    </section>
  );
}

function Entry({ kind, name, samples, isShown, isUsed, onOpen }: EntryProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const Icon = icons[kind];
  return (
    <button
      type="button"
      aria-current={isShown}
      onClick={onOpen}
      className={cn(
        'flex w-full items-start gap-2 rounded-lg px-2 py-1.5 text-left transition-colors hover:bg-hover',
        isShown && 'bg-accent-soft text-accent-ink hover:bg-accent-soft',
      )}
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0 opacity-70" strokeWidth={1.75} />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium" title={name}>
          {name}
        </span>
        <span className="caption block truncate">
          {t('data.samplesCount', { count: samples, shown: format.integer(samples) })}
          {isUsed ? ` · ${t('data.inUse')}` : ''}
        </span>
      </span>
    </button>
  );
}
