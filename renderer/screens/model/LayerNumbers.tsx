import { useTranslation } from 'react-i18next';
import type { LayerReport } from '../../../core/contract/ExperimentReport.ts';
import type { LayerCosts } from '../../format/sumCosts.ts';
import { useFormat } from '../../format/useFormat.ts';
import { useLayerZoom } from '../../state/useLayerZoom.ts';
import { LayerCost } from './LayerCost.tsx';

interface LayerNumbersProps {
  readonly parameters: number;
  readonly costs: Omit<LayerCosts, 'parameters'> | undefined;
  /** What comes out. */
  readonly shape: LayerReport['outputShape'] | undefined;
}

/** The columns of a row: what a layer or a folded group learns and takes, and what comes out. */
export function LayerNumbers({ parameters, costs, shape }: LayerNumbersProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const isFull = useLayerZoom(({ zoom }) => zoom === 'full');
  return (
    <>
      <span className="number w-16 shrink-0 text-right text-xs text-muted">
        {parameters > 0 ? (
          <>
            {format.integer(parameters)}
            <span className="sr-only"> {t('model.parameters')}</span>
          </>
        ) : null}
      </span>
      <LayerCost costs={costs} />
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
