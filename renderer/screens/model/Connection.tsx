import { useTranslation } from 'react-i18next';
import type { LayerPath } from '../../../core/contract/layerPath.ts';
import { useFormat } from '../../format/useFormat.ts';
import { useCheck } from '../../state/check.ts';
import { useLayerZoom } from '../../state/useLayerZoom.ts';
import { rowLooks } from './rowLooks.ts';
import { reportAt } from './useLayerReport.ts';

/**
 * What a layer hands on to the next: the line between them, with the shape on it, and its axes by
 * name.
 */
export function Connection({ path }: { readonly path: LayerPath }) {
  const { t } = useTranslation();
  const format = useFormat();
  const zoom = useLayerZoom((state) => state.zoom);
  const shape = useCheck(({ report }) => reportAt(report, path)?.outputShape);
  const { gap } = rowLooks[zoom];
  if (zoom !== 'full') return <div aria-hidden className={gap} />;
  return (
    <div aria-hidden className={`flex items-center gap-2 pl-9.5 text-xs text-muted ${gap}`}>
      <span className="h-full w-px bg-line-strong" />
      {shape ? <span className="number">{format.shape(shape)}</span> : null}
      {shape?.length === 2 ? <span className="text-faint">{t('model.tokenAxes')}</span> : null}
      {shape?.length === 3 ? <span className="text-faint">{t('model.imageAxes')}</span> : null}
    </div>
  );
}
