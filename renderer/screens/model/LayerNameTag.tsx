import { useTranslation } from 'react-i18next';
import { nameLayer } from '../../actions/layers/editLayers.ts';
import { RenameField } from '../../components/RenameField.tsx';
import type { LayerRowItem } from '../../state/layers/layerRows.ts';
import { useLayerSelection } from '../../state/useLayerSelection.ts';
import { useNaming } from './useNaming.ts';

/** What a person calls the layer, behind its type; a field while it is being typed. */
export function LayerNameTag({ row }: { readonly row: LayerRowItem }) {
  const { t } = useTranslation();
  const { key, path, layer } = row;
  const naming = useNaming(({ named }) => named === key);
  if (naming) {
    return (
      <RenameField
        name={layer.name ?? ''}
        label={t('naming.field', { type: layer.type })}
        canBeEmpty
        className="h-6 w-44 text-xs"
        onDone={(name) => {
          useNaming.setState({ named: null });
          if (name !== null) nameLayer(path, name);
          useLayerSelection.getState().focusCursor();
        }}
      />
    );
  }
  return layer.name === undefined ? null : (
    <span className="min-w-0 shrink truncate font-medium text-muted" title={layer.name}>
      “{layer.name}”
    </span>
  );
}
