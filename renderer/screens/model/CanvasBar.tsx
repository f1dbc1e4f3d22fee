/** What can be done with the whole list: add, begin with a template, zoom, fold, see the keys. */
import { Keyboard, LayoutTemplate, Plus, ScanLine, ZoomIn, ZoomOut } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { openQuickAdd } from '../../actions/layers/openQuickAdd.ts';
import { IconButton } from '../../components/IconButton.tsx';
import { layerZooms, useLayerZoom } from '../../state/useLayerZoom.ts';
import { BarButton } from './BarButton.tsx';
import { fitZoom } from './fitZoom.ts';
import { TemplateDialog } from './templates/TemplateDialog.tsx';
import { useTemplates } from './templates/useTemplates.ts';
import { useShortcutList } from './useShortcutList.ts';

export function CanvasBar() {
  const { t } = useTranslation();
  const { zoom, step } = useLayerZoom();
  const openTemplates = useTemplates((state) => state.open);
  return (
    <div role="toolbar" aria-label={t('editor.bar')} className="flex items-center gap-1">
      {/* The focus goes to the field, not back to the button. */}
      <BarButton
        icon={Plus}
        label={t('editor.addLayer')}
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => openQuickAdd()}
      >
        <kbd className="number hidden text-faint @min-[680px]:inline">/</kbd>
      </BarButton>
      <BarButton
        icon={LayoutTemplate}
        label={t('templates.button')}
        data-testid="templates"
        onClick={() => void openTemplates()}
      />
      <IconButton
        icon={ZoomOut}
        label={t('editor.keys.smaller')}
        keys="-"
        disabled={zoom === layerZooms.at(-1)}
        onClick={() => step(1)}
      />
      <IconButton
        icon={ZoomIn}
        label={t('editor.keys.larger')}
        keys="+"
        disabled={zoom === layerZooms[0]}
        onClick={() => step(-1)}
      />
      <IconButton icon={ScanLine} label={t('editor.keys.fit')} keys="0" onClick={fitZoom} />
      <IconButton
        icon={Keyboard}
        label={t('editor.shortcuts')}
        keys="?"
        onClick={() => useShortcutList.setState({ isOpen: true })}
      />
      <TemplateDialog />
    </div>
  );
}
