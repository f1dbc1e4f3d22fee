import { i18n } from '../../i18n/i18n.ts';
import { announce } from '../../state/announcement.ts';
import { chosenPaths } from './chosenPaths.ts';
import { describeLayers } from './describeLayers.ts';
import { chosenAsText } from './layerClipboard.ts';

/** To the system's clipboard, from a menu; the keyboard's events bring their own (useCanvasClipboard). */
export function copyChosen(): void {
  const text = chosenAsText();
  if (text === null) return;
  const what = describeLayers(chosenPaths());
  navigator.clipboard.writeText(text).then(
    () => announce(i18n.t('editor.copied', { what })),
    () => announce(i18n.t('editor.copyFailed')),
  );
}
