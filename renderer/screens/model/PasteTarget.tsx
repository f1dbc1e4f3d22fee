import { useEffect } from 'react';
import { isNetworkText } from '../../actions/layers/isNetworkText.ts';
import { takeNetworkText } from '../../actions/layers/takeNetworkText.ts';
import { tellNoNetwork } from '../../actions/layers/tellNoNetwork.ts';
import { useCatalog } from '../../state/catalog.ts';
import { useExperiment } from '../../state/experiment.ts';
import { useLayerSelection } from '../../state/useLayerSelection.ts';
import { isEditingText } from './isEditingText.ts';

/**
 * A network pasted anywhere but into a field becomes the layers, or with one selected comes behind
 * it. Of whatever else is pasted it is said why nothing comes of it, but in a dialog, and what
 * somebody else has taken already is left alone.
 */
export function PasteTarget() {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (event.defaultPrevented || isEditingText(event.target) || !useExperiment.getState().draft)
        return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      const types = useCatalog.getState().catalog.layers.map(({ type }) => type);
      if (isNetworkText(text, types)) {
        event.preventDefault();
        const isBehind = useLayerSelection.getState().chosen.length > 0;
        void takeNetworkText(text, isBehind ? 'insert' : 'replace');
      } else if (!isInDialog(event.target)) tellNoNetwork(text);
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, []);
  return null;
}

const isInDialog = (target: EventTarget | null) =>
  target instanceof Element && target.closest('[role=dialog], [role=alertdialog]') !== null;
