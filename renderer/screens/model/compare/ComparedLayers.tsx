import { useTranslation } from 'react-i18next';
import type { LayerPair } from '../../../../core/contract/ExperimentComparison.ts';
import { cn } from '../../../components/cn.ts';

interface ComparedLayersProps {
  readonly layers: readonly LayerPair[];
  /** The names of both experiments. */
  readonly first: string;
  readonly second: string;
}

/** Each layer of both once, in order; what is alike is faint. */
export function ComparedLayers({ layers, first, second }: ComparedLayersProps) {
  const { t } = useTranslation();
  if (layers.every(({ isSame }) => isSame)) {
    return <p className="caption">{t('compare.sameLayers')}</p>;
  }
  return (
    <table className="w-full max-w-3xl table-fixed text-xs selectable">
      <caption className="caption py-1 text-left">{t('compare.layers')}</caption>
      <thead className="sr-only">
        <tr>
          <th>{first}</th>
          <th className="w-6">{t('compare.relation')}</th>
          <th>{second}</th>
        </tr>
      </thead>
      <tbody>
        {layers.map((pair) => (
          <tr
            key={`${pair.first?.index ?? ''}:${pair.second?.index ?? ''}`}
            className={cn('border-t border-line', pair.isSame && 'text-faint')}
          >
            <Side layer={pair.first} />
            <td className="w-6 text-center text-muted">{signOf(pair)}</td>
            <Side layer={pair.second} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Side({ layer }: { readonly layer: LayerPair['first'] }) {
  return (
    <td className="truncate py-1 pr-2" title={layer?.text}>
      {layer ? (
        <>
          <span className="number mr-2 text-faint">{layer.index}</span>
          {layer.text}
        </>
      ) : null}
    </td>
  );
}

function signOf({ first, second, isSame }: LayerPair): string {
  if (isSame) return '=';
  if (!first) return '+';
  return second ? '≠' : '−';
}
