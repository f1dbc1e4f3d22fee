import { useTranslation } from 'react-i18next';
import type { LayerSpec } from '../../../core/contract/ModelSpec.ts';
import { useFormat } from '../../format/useFormat.ts';
import { useOptionWords } from '../../i18n/useOptionWords.ts';
import { useCheck } from '../../state/check.ts';
import { FamilyIcon } from './FamilyIcon.tsx';
import { LayerCost } from './LayerCost.tsx';

interface LayerSummaryProps {
  readonly index: number;
  readonly layer: LayerSpec;
  readonly family: string | undefined;
}

/** The layer in one line: what it is, what was chosen, what comes out, what it learns. */
export function LayerSummary({ index, layer, family }: LayerSummaryProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const report = useCheck(({ report: all }) => all?.layers[index]);
  const current = report?.type === layer.type ? report : undefined;
  const options = useOptionWords()('layers', layer);
  return (
    <>
      <span className="number w-5 shrink-0 text-right text-xs text-faint">{index}</span>
      <FamilyIcon family={family} />
      <span className="min-w-0 truncate font-medium" title={layer.type}>
        {layer.type}
      </span>
      <span className="caption min-w-0 flex-1 truncate" title={options}>
        {options}
      </span>
      <span className="number w-16 shrink-0 text-right text-xs text-muted">
        {current && current.parameters > 0 ? (
          <>
            {format.integer(current.parameters)}
            <span className="sr-only"> {t('model.parameters')}</span>
          </>
        ) : null}
      </span>
      <LayerCost report={current} />
      <span className="number w-26 shrink-0 text-right max-md:w-20 text-xs whitespace-nowrap">
        <span className="sr-only">{t('model.output')} </span>
        {current?.outputShape ? format.shape(current.outputShape) : '–'}
      </span>
    </>
  );
}
