import { useTranslation } from 'react-i18next';
import type { LayerPair } from '../../../../core/contract/ExperimentComparison.ts';
import type { LayerSpec } from '../../../../core/contract/ModelSpec.ts';
import { cn } from '../../../components/cn.ts';
import { useOptionWords } from '../../../i18n/useOptionWords.ts';

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
            className={cn('border-t border-line align-top', pair.isSame && 'text-faint')}
          >
            <Side layer={pair.first} other={pair.second} />
            <td className="w-6 py-1 text-center text-muted">{signOf(pair)}</td>
            <Side layer={pair.second} other={pair.first} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface SideProps {
  readonly layer: LayerPair['first'];
  /** What it stands beside. */
  readonly other: LayerPair['first'];
}

/** In as many lines as it takes: what differs must not be what is cut off. */
function Side({ layer: side, other }: SideProps) {
  const wordsOf = useOptionWords();
  if (!side) return <td />;
  return (
    <td className="py-1 pr-2 break-words">
      <span className="number mr-2 text-faint">{side.index}</span>
      {textOf(side.layer, other?.layer)}
    </td>
  );

  /** `Residual (Linear: Output features 8, ReLU)`, in the words of the form. */
  function textOf(layer: LayerSpec, beside?: LayerSpec): string {
    const text = [layer.type, wordsOf('layers', layer, beside)].filter(Boolean).join(': ');
    return layer.layers ? `${text} (${layer.layers.map((one) => textOf(one)).join(', ')})` : text;
  }
}

function signOf({ first, second, isSame }: LayerPair): string {
  if (isSame) return '=';
  if (!first) return '+';
  return second ? '≠' : '−';
}
