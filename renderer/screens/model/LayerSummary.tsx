import { useTranslation } from 'react-i18next';
import { positionName } from '../../actions/layers/describeLayers.ts';
import { useFormat } from '../../format/useFormat.ts';
import { useOptionWords } from '../../i18n/useOptionWords.ts';
import type { LayerRowItem } from '../../state/layers/layerRows.ts';
import { useLayerZoom } from '../../state/useLayerZoom.ts';
import { FamilyIcon } from './FamilyIcon.tsx';
import { LayerCost } from './LayerCost.tsx';
import { LayerNameTag } from './LayerNameTag.tsx';
import { NoteMark } from './NoteMark.tsx';
import { useLayerReport } from './useLayerReport.ts';

interface LayerSummaryProps {
  readonly row: LayerRowItem;
  readonly family: string | undefined;
}

/** The layer in one line: what it is, what was chosen, what it learns, what comes out. */
export function LayerSummary({ row, family }: LayerSummaryProps) {
  const { path, layer } = row;
  const { t } = useTranslation();
  const format = useFormat();
  const report = useLayerReport(path);
  const parameters = report?.type === layer.type ? report.parameters : 0;
  const shape = report?.outputShape;
  const isFull = useLayerZoom(({ zoom }) => zoom === 'full');
  const options = useOptionWords()('layers', layer);
  return (
    <>
      <span className="number min-w-5 shrink-0 text-right text-xs text-muted">
        {positionName(path)}
      </span>
      <FamilyIcon family={family} />
      <span className="shrink-0 truncate font-medium" title={layer.type}>
        {layer.type}
      </span>
      <LayerNameTag row={row} />
      <NoteMark row={row} />
      <span className="caption min-w-0 flex-1 truncate" title={options}>
        {options}
      </span>
      <span className="number w-16 shrink-0 text-right text-xs text-muted">
        {parameters > 0 ? (
          <>
            {format.integer(parameters)}
            <span className="sr-only"> {t('model.parameters')}</span>
          </>
        ) : null}
      </span>
      <LayerCost report={report} />
      {/* In full rows the shape stands on the connection to the next. */}
      <span
        className={
          isFull
            ? 'sr-only'
            : 'number w-26 shrink-0 text-right text-xs whitespace-nowrap max-md:w-20'
        }
      >
        <span className="sr-only">{t('model.output')} </span>
        <span data-shape>{shape ? format.shape(shape) : '–'}</span>
      </span>
    </>
  );
}
