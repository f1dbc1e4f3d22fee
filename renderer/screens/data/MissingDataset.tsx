/** The open experiment's dataset is not in the library: which one, and the ways to go on. */
import { ChevronDown, Database } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { importDataset } from '../../actions/importDataset.ts';
import { showError } from '../../actions/showError.ts';
import { takeDataset } from '../../actions/takeDataset.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Menu, MenuItem } from '../../components/Menu.tsx';
import { useDatasetName } from '../../i18n/useDatasetName.ts';
import { useDatasets } from '../../state/datasets.ts';

interface MissingDatasetProps {
  readonly id: string;
}

export function MissingDataset({ id }: MissingDatasetProps) {
  const { t } = useTranslation();
  const nameOf = useDatasetName();
  const { datasets, samples, install } = useDatasets();
  const sample = samples.find((one) => one.id === id);
  return (
    <div data-testid="missing-dataset">
      <EmptyState
        icon={Database}
        title={t('data.missing', { name: sample ? nameOf(sample) : id })}
        text={t(sample ? 'data.missingSample' : 'data.missingText')}
      >
        {sample ? (
          <Button variant="primary" onClick={() => void install(id).catch(showError)}>
            {t('data.add')}
          </Button>
        ) : (
          <Button variant="primary" onClick={() => void importDataset()}>
            {t('data.import')}
          </Button>
        )}
        {datasets.length > 0 ? (
          <Menu
            trigger={
              <Button>
                {t('data.chooseAnother')}
                <ChevronDown aria-hidden />
              </Button>
            }
          >
            {datasets.map((dataset) => (
              <MenuItem
                key={dataset.id}
                onSelect={() => void takeDataset(dataset, nameOf(dataset))}
              >
                {nameOf(dataset)}
              </MenuItem>
            ))}
          </Menu>
        ) : null}
      </EmptyState>
    </div>
  );
}
