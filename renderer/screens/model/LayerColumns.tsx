import { useTranslation } from 'react-i18next';
import { useLayerZoom } from '../../state/useLayerZoom.ts';

/** What the numbers of the rows below are. */
export function LayerColumns() {
  const { t } = useTranslation();
  // There the shape stands on the connection to the next.
  const isFull = useLayerZoom(({ zoom }) => zoom === 'full');
  return (
    <div aria-hidden className="caption flex justify-end gap-2.5 pr-13 pb-1.5">
      <span className="w-16 text-right">{t('model.parameters')}</span>
      <span className="w-16 text-right @max-2xl:hidden">{t('cost.memory')}</span>
      <span className="w-22 text-right @max-lg:hidden">{t('cost.share')}</span>
      {isFull ? null : <span className="w-26 text-right max-md:w-20">{t('model.output')}</span>}
    </div>
  );
}
