import { memo } from 'react';
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
export const LayerNumbers = memo(function LayerNumbers(props: LayerNumbersProps) {
  const { parameters, costs, shape } = props;
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
}, isShownAlike);

/** With the numbers of one layer the shares of all others change, mostly by less than is seen. */
function isShownAlike(before: LayerNumbersProps, next: LayerNumbersProps): boolean {
  const [a, b] = [before.costs, next.costs];
  return (
    before.parameters === next.parameters &&
    before.shape === next.shape &&
    a?.memory === b?.memory &&
    a?.multiplyAdds === b?.multiplyAdds &&
    (['parameters', 'multiplyAdds', 'memory'] as const).every((cost) =>
      isAlike(a?.shares?.[cost] ?? 0, b?.shares?.[cost] ?? 0),
    )
  );
}

/** Less than a pixel of the bar, and the same whole percent. */
function isAlike(a: number, b: number): boolean {
  if (a > 0 !== b > 0) return false;
  return Math.abs(a - b) < 0.005 && Math.round(a * 100) === Math.round(b * 100);
}
