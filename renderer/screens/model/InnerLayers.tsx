/** The layers inside a layer such as Residual, to be read: what a run was trained with never changes. */
import { useTranslation } from 'react-i18next';
import type { LayerSpec } from '../../../core/contract/ModelSpec.ts';
import { useOptionWords } from '../../i18n/useOptionWords.ts';
import { useDescriptor } from '../../state/catalog.ts';
import { FamilyIcon } from './FamilyIcon.tsx';

interface InnerLayersProps {
  readonly layers: readonly LayerSpec[];
}

export function InnerLayers({ layers }: InnerLayersProps) {
  const { t } = useTranslation();
  return (
    <ol aria-label={t('model.innerLayers')} className="flex flex-col gap-0.5 pr-3 pb-2.5 pl-9">
      {layers.map((layer, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the layers of a run never change places.
        <li key={index} className="border-l border-line pl-3">
          <InnerLayer layer={layer} index={index} />
        </li>
      ))}
    </ol>
  );
}

function InnerLayer({ layer, index }: { readonly layer: LayerSpec; readonly index: number }) {
  const family = useDescriptor('layers', layer.type)?.family;
  const wordsOf = useOptionWords();
  return (
    <>
      <span className="flex h-6 min-w-0 items-center gap-2.5 text-xs">
        <span className="number w-4 shrink-0 text-right text-faint">{index}</span>
        <FamilyIcon family={family} />
        <span className="min-w-0 truncate">
          {[layer.type, wordsOf('layers', layer)].filter(Boolean).join(': ')}
        </span>
      </span>
      {layer.layers ? <InnerLayers layers={layer.layers} /> : null}
    </>
  );
}
