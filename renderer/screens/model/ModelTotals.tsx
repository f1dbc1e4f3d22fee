import { useTranslation } from 'react-i18next';
import { Fact } from '../../components/Fact.tsx';
import { useFormat } from '../../format/useFormat.ts';
import { useCheck } from '../../state/check.ts';
import { useExperiment } from '../../state/experiment.ts';

export function ModelTotals() {
  const { t } = useTranslation();
  const format = useFormat();
  const report = useCheck((state) => state.report);
  const layers = useExperiment((state) => state.draft?.spec.model.layers.length ?? 0);
  // Behind an error nothing can be counted.
  const isWhole = report?.layers.every(({ outputShape }) => outputShape !== null) ?? false;
  const output = report?.layers.at(-1)?.outputShape;
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-2 border-b border-line px-6 py-4">
      <Fact label={t('model.layers')}>{format.integer(layers)}</Fact>
      <Fact label={t('model.parameters')}>
        <span data-testid="model-parameters">
          {format.integer(isWhole ? report?.parameters : null)}
        </span>
      </Fact>
      <Fact label={t('model.buffers')}>
        {format.integer(isWhole ? report?.bufferValues : null)}
      </Fact>
      <Fact label={t('model.output')}>{output ? format.shape(output) : '–'}</Fact>
    </dl>
  );
}
