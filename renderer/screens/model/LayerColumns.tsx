import { useTranslation } from 'react-i18next';
import { useLayerZoom } from '../../state/useLayerZoom.ts';
import { BarChoice } from './BarChoice.tsx';

/** What the numbers of the rows below are. */
export function LayerColumns() {
  const { t } = useTranslation();
  // There the shape stands on the connection to the next.
  const isFull = useLayerZoom(({ zoom }) => zoom === 'full');
  return (
    <div className="caption flex items-center justify-end gap-2.5 pr-13 pb-1.5">
      <span aria-hidden className="w-16 text-right">
        {t('model.parameters')}
      </span>
      <span aria-hidden className="w-16 text-right @max-2xl:hidden">
        {t('cost.memory')}
      </span>
      <BarChoice />
      {isFull ? null : (
        <span aria-hidden className="w-26 text-right max-md:w-20">
          {t('model.output')}
        </span>
      )}
    </div>
  );
}
