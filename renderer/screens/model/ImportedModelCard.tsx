/** A model that came as a file: what it is, and what to make of it; others come next. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportedModel } from '../../../core/contract/ImportedModel.ts';
import { experimentFromModel } from '../../actions/experimentFromModel.ts';
import { Button } from '../../components/Button.tsx';
import { Fact } from '../../components/Fact.tsx';
import { Segmented } from '../../components/Segmented.tsx';
import { Select } from '../../components/Select.tsx';
import { useFormat } from '../../format/useFormat.ts';
import { useDatasetName } from '../../i18n/useDatasetName.ts';
import { useDatasets } from '../../state/datasets.ts';
import { useUsedDataset } from '../../state/experiment.ts';
import { usePendingModels } from '../../state/pendingModels.ts';

export function ImportedModelCard() {
  const [model] = usePendingModels((state) => state.models);
  return model ? <Card model={model} key={model.id} /> : null;
}

function Card({ model }: { readonly model: ImportedModel }) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useDatasetName();
  const datasets = useDatasets((state) => state.datasets);
  const used = useUsedDataset();
  const trainedOn = datasets.find(({ hash }) => hash === model.dataset.hash)?.id;
  const [dataset, setDataset] = useState(trainedOn ?? used ?? datasets[0]?.id ?? '');
  const [withWeights, setWithWeights] = useState(true);
  const others = usePendingModels(({ models }) => models.length - 1);
  const close = () => usePendingModels.getState().remove(model.id);
  const chosen = datasets.find(({ id }) => id === dataset);
  return (
    <section
      aria-label={t('importedModel.title')}
      data-testid="imported-model"
      className="border-b border-line bg-surface px-6 py-4"
    >
      <h2 className="text-sm font-semibold">{t('importedModel.title')}</h2>
      <dl className="mt-2 flex flex-wrap gap-x-8 gap-y-2">
        <Fact label={t('importedModel.name')}>{model.name}</Fact>
        <Fact label={t('model.layers')}>{format.integer(model.model.layers.length)}</Fact>
        <Fact label={t('model.parameters')}>{format.integer(model.parameters)}</Fact>
        <Fact label={t('model.input')}>{format.shape(model.inputShape)}</Fact>
        <Fact label={t('importedModel.trainedOn')}>{model.dataset.name}</Fact>
      </dl>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <Segmented
          label={t('importedModel.take')}
          value={withWeights ? 'weights' : 'layers'}
          options={[
            { value: 'weights', label: t('importedModel.withWeights') },
            { value: 'layers', label: t('importedModel.layersAlone') },
          ]}
          onChange={(value) => setWithWeights(value === 'weights')}
        />
        {datasets.length === 0 ? (
          <p className="text-muted">{t('importedModel.noDataset')}</p>
        ) : (
          <Select
            label={t('importedModel.dataset')}
            value={dataset}
            options={datasets.map((info) => ({ value: info.id, label: nameOf(info) }))}
            onChange={setDataset}
            className="w-56"
          />
        )}
        <Button
          variant="primary"
          disabled={!chosen}
          onClick={() => chosen && void experimentFromModel(model, chosen, withWeights)}
        >
          {t('importedModel.make')}
        </Button>
        <Button variant="ghost" onClick={close}>
          {t('common.cancel')}
        </Button>
        {others > 0 ? (
          <span className="caption">{t('importedModel.others', { count: others })}</span>
        ) : null}
      </div>
    </section>
  );
}
