import {
  ArrowDown,
  ArrowUp,
  BoxSelect,
  Clipboard,
  Copy,
  Group,
  ListChecks,
  Pencil,
  Plus,
  StickyNote,
  Trash2,
  Ungroup,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { chooseAlike } from '../../actions/layers/chooseAlike.ts';
import { copyChosen } from '../../actions/layers/copyChosen.ts';
import { positionName } from '../../actions/layers/describeLayers.ts';
import {
  duplicateChosen,
  removeChosen,
  ungroup,
  unwrap,
  wrapChosen,
} from '../../actions/layers/editLayers.ts';
import { moveChosen } from '../../actions/layers/moveChosen.ts';
import { MenuItem, MenuLine } from '../../components/Menu.tsx';
import { useCatalog } from '../../state/catalog.ts';
import type { LayerRowItem } from '../../state/layers/layerRows.ts';
import { useQuickAdd } from '../../state/quickAdd.ts';
import { useLayerSelection } from '../../state/useLayerSelection.ts';
import { groupAndName } from './groupAndName.ts';
import { RowMenu } from './RowMenu.tsx';
import { useNaming } from './useNaming.ts';
import { useNoting } from './useNoting.ts';

/** What can be done to a layer, or to all chosen ones if it is one of them. */
export function LayerMenu({ row }: { readonly row: LayerRowItem }) {
  const { key, path, layer } = row;
  const { t } = useTranslation();
  const blocks = useCatalog(({ catalog }) => catalog.layers);
  const choose = () => {
    const { chosen, choose: take } = useLayerSelection.getState();
    if (!chosen.includes(key)) take([key], key);
  };
  const act = (work: () => void) => () => {
    choose();
    work();
  };
  return (
    <RowMenu label={t('model.menu', { type: layer.type, position: positionName(path) })}>
      <MenuItem
        icon={Plus}
        note="/"
        onSelect={act(() => useQuickAdd.getState().open({ row: key, isInside: false }))}
      >
        {t('editor.addBehind')}
      </MenuItem>
      <MenuItem
        icon={Pencil}
        note="F2"
        onSelect={() => setTimeout(() => useNaming.setState({ named: key }))}
      >
        {t('naming.name')}
      </MenuItem>
      <MenuItem
        icon={StickyNote}
        onSelect={act(() => setTimeout(() => useNoting.setState({ noted: key })))}
      >
        {t('notes.write')}
      </MenuItem>
      <MenuLine />
      <MenuItem icon={ArrowUp} note="Alt+↑" onSelect={act(() => moveChosen('up'))}>
        {t('model.moveUp')}
      </MenuItem>
      <MenuItem icon={ArrowDown} note="Alt+↓" onSelect={act(() => moveChosen('down'))}>
        {t('model.moveDown')}
      </MenuItem>
      <MenuItem icon={Copy} note="Ctrl+D" onSelect={act(duplicateChosen)}>
        {t('common.duplicate')}
      </MenuItem>
      <MenuItem icon={Clipboard} note="Ctrl+C" onSelect={act(copyChosen)}>
        {t('editor.copy')}
      </MenuItem>
      <MenuItem icon={ListChecks} note="Ctrl+Shift+A" onSelect={() => chooseAlike(layer.type)}>
        {t('editor.keys.chooseAlike')}
      </MenuItem>
      <MenuLine />
      <MenuItem icon={Group} note="Ctrl+G" onSelect={() => setTimeout(act(groupAndName))}>
        {t('editor.group')}
      </MenuItem>
      {layer.group === undefined ? null : (
        <MenuItem icon={Ungroup} note="Ctrl+Shift+G" onSelect={() => ungroup(path)}>
          {t('editor.ungroup')}
        </MenuItem>
      )}
      {blocks
        .filter(({ holdsLayers }) => holdsLayers)
        .map(({ type }) => (
          <MenuItem
            key={type}
            icon={BoxSelect}
            note={type === blocks.find(({ holdsLayers }) => holdsLayers)?.type ? 'Ctrl+B' : ''}
            onSelect={act(() => wrapChosen(type))}
          >
            {t('editor.wrap', { type })}
          </MenuItem>
        ))}
      {layer.layers ? (
        <MenuItem icon={Ungroup} note="Ctrl+Shift+B" onSelect={() => unwrap(path)}>
          {t('editor.unwrap', { type: layer.type })}
        </MenuItem>
      ) : null}
      <MenuLine />
      <MenuItem icon={Trash2} note="Del" isDangerous onSelect={act(() => removeChosen())}>
        {t('common.remove')}
      </MenuItem>
    </RowMenu>
  );
}
