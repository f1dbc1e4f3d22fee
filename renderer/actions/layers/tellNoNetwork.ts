import { toast } from 'sonner';
import { i18n } from '../../i18n/i18n.ts';
import { isKeras } from './isNetworkText.ts';

const SHOWN = 40;

/** Why nothing came of a paste onto the network. */
export function tellNoNetwork(text: string): void {
  const begin = text.trim().replace(/\s+/g, ' ');
  const shown = begin.length > SHOWN ? `${begin.slice(0, SHOWN)}…` : begin;
  const said = () => {
    if (begin === '') return i18n.t('networkText.noText');
    return i18n.t(isKeras(text) ? 'networkText.keras' : 'networkText.noNetwork', { text: shown });
  };
  toast(said(), { id: 'refused', description: i18n.t('networkText.pasteWhat') });
}
