/** Copy, cut and paste of layers, wherever on the screen no text is being edited. */
import { useEffect } from 'react';
import { chosenPaths } from '../../actions/layers/chosenPaths.ts';
import { describeLayers } from '../../actions/layers/describeLayers.ts';
import { addLayers, removeChosen } from '../../actions/layers/editLayers.ts';
import { chosenAsText, layersFromText } from '../../actions/layers/layerClipboard.ts';
import { placeOfSelection } from '../../actions/layers/placeOfSelection.ts';
import { i18n } from '../../i18n/i18n.ts';
import { announce } from '../../state/announcement.ts';
import { isEditingText } from './isEditingText.ts';

export function useCanvasClipboard(): void {
  useEffect(() => {
    const onCopy = (event: ClipboardEvent) => {
      const isTextSelected = document.getSelection()?.isCollapsed === false;
      const text = isEditingText(event.target) || isTextSelected ? null : chosenAsText();
      if (text === null) return;
      event.preventDefault();
      event.clipboardData?.setData('text/plain', text);
      announce(i18n.t('editor.copied', { what: describeLayers(chosenPaths()) }));
      if (event.type === 'cut') removeChosen();
    };
    const onPaste = (event: ClipboardEvent) => {
      if (isEditingText(event.target) || event.defaultPrevented) return;
      const layers = layersFromText(event.clipboardData?.getData('text/plain') ?? '');
      if (!layers) return;
      event.preventDefault();
      addLayers(placeOfSelection(), layers);
    };
    document.addEventListener('copy', onCopy);
    document.addEventListener('cut', onCopy);
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('cut', onCopy);
      document.removeEventListener('paste', onPaste);
    };
  }, []);
}
