import { useEffect } from 'react';
import { takeNetworkText } from '../../actions/layers/takeNetworkText.ts';
import { useExperiment } from '../../state/experiment.ts';
import { useLayerSelection } from '../../state/useLayerSelection.ts';
import { isEditingText } from './isEditingText.ts';

/** PyTorch's text, or layers as JSON. */
const isNetwork = (text: string) =>
  /\bSequential\s*\(|\bnn\s*\.\s*\w+\s*\(/.test(text) || /^\s*[[{][\s\S]*"type"\s*:/.test(text);

/**
 * A network pasted anywhere but into a field becomes the layers, or with one selected comes behind
 * it. Whatever else is pasted is left alone, and so is what somebody else has taken already.
 */
export function PasteTarget() {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (event.defaultPrevented || isEditingText(event.target) || !useExperiment.getState().draft)
        return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (!isNetwork(text)) return;
      event.preventDefault();
      const isBehind = useLayerSelection.getState().chosen.length > 0;
      void takeNetworkText(text, isBehind ? 'insert' : 'replace');
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, []);
  return null;
}
