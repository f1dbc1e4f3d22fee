import { ArrowDown, ArrowUp, Copy, Ellipsis, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button.tsx';
import { Menu, MenuItem, MenuLine } from '../../components/Menu.tsx';
import { useExperiment } from '../../state/experiment.ts';
import { duplicateLayer, moveLayer, removeLayer } from './layerEdits.ts';

interface LayerMenuProps {
  readonly index: number;
  readonly type: string;
}

export function LayerMenu({ index, type }: LayerMenuProps) {
  const { t } = useTranslation();
  const change = useExperiment((state) => state.change);
  const count = useExperiment(({ draft }) => draft?.spec.model.layers.length ?? 0);
  return (
    <Menu
      align="end"
      trigger={
        <Button
          variant="ghost"
          size="sm"
          className="ml-1 size-7 px-0"
          aria-label={t('model.menu', { type, position: index + 1 })}
        >
          <Ellipsis aria-hidden />
        </Button>
      }
    >
      <MenuItem
        icon={ArrowUp}
        note="Alt+↑"
        disabled={index === 0}
        onSelect={() => change(moveLayer(index, index - 1))}
      >
        {t('model.moveUp')}
      </MenuItem>
      <MenuItem
        icon={ArrowDown}
        note="Alt+↓"
        disabled={index === count - 1}
        onSelect={() => change(moveLayer(index, index + 1))}
      >
        {t('model.moveDown')}
      </MenuItem>
      <MenuItem icon={Copy} note="Ctrl+D" onSelect={() => change(duplicateLayer(index))}>
        {t('common.duplicate')}
      </MenuItem>
      <MenuLine />
      <MenuItem icon={Trash2} note="Del" isDangerous onSelect={() => change(removeLayer(index))}>
        {t('common.remove')}
      </MenuItem>
    </Menu>
  );
}
