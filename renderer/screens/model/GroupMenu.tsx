import { Copy, Pencil, StickyNote, Trash2, Ungroup } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { duplicateChosen, removeChosen, ungroup } from '../../actions/layers/editLayers.ts';
import { chooseRow } from '../../actions/layers/walkRows.ts';
import { MenuItem, MenuLine } from '../../components/Menu.tsx';
import type { GroupRowItem } from '../../state/layers/layerRows.ts';
import { RowMenu } from './RowMenu.tsx';
import { useNaming } from './useNaming.ts';
import { useNoting } from './useNoting.ts';

export function GroupMenu({ row }: { readonly row: GroupRowItem }) {
  const { t } = useTranslation();
  const act = (work: () => void) => () => {
    chooseRow(row);
    work();
  };
  return (
    <RowMenu label={t('editor.groupMenu', { name: row.name })}>
      <MenuItem
        icon={Pencil}
        note="F2"
        onSelect={() => setTimeout(() => useNaming.setState({ named: row.key }))}
      >
        {t('common.rename')}
      </MenuItem>
      <MenuItem
        icon={StickyNote}
        onSelect={act(() => setTimeout(() => useNoting.setState({ noted: row.key })))}
      >
        {t('notes.write')}
      </MenuItem>
      <MenuItem icon={Copy} note="Ctrl+D" onSelect={act(duplicateChosen)}>
        {t('common.duplicate')}
      </MenuItem>
      <MenuItem icon={Ungroup} note="Ctrl+Shift+G" onSelect={() => ungroup(row.path)}>
        {t('editor.ungroup')}
      </MenuItem>
      <MenuLine />
      <MenuItem icon={Trash2} note="Del" isDangerous onSelect={act(() => removeChosen())}>
        {t('common.remove')}
      </MenuItem>
    </RowMenu>
  );
}
