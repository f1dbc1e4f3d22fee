/** What an edit did, in the words of the language in use: `output features of Linear`. */
import type { EditName } from '../../core/contract/EditName.ts';
import { inSentence } from '../../core/contract/inSentence.ts';
import type { LocalizedText } from '../../core/contract/primitives.ts';
import { useCatalog } from '../state/catalog.ts';
import { i18n } from './i18n.ts';

export function editWords(name: EditName): string {
  switch (name.edit) {
    case 'layers': {
      const what = name.type ?? i18n.t('editor.layers', { count: name.count });
      return i18n.t(`undo.verbs.${name.verb}`, { what });
    }
    case 'option': {
      const { type, count } = name;
      const option = behindWords(optionLabel(type, name.option));
      const words = { option, type, count };
      return count === 1 ? i18n.t('undo.option', words) : i18n.t('undo.options', words);
    }
    case 'groupName':
      return i18n.t('undo.groupName', { name: name.name });
    case 'groupNote':
      return i18n.t(name.isWritten ? 'notes.writingGroup' : 'notes.removingGroup', {
        name: name.name,
      });
    case 'layerName':
      return name.name === undefined
        ? i18n.t('naming.unnaming', { type: name.type })
        : i18n.t('naming.naming', { type: name.type, name: name.name });
    case 'layerNote':
      return i18n.t(name.isWritten ? 'notes.writing' : 'notes.removing', { type: name.type });
    case 'template':
      return i18n.t('undo.template', { name: localized(name.name) });
    case 'fix':
      return behindWords(localized(name.label));
    case 'network':
    case 'settings':
      return i18n.t(`undo.${name.edit}`);
    case 'setting':
      return placeWords(name.place);
    default:
      return name satisfies never;
  }
}

/** By the innermost part of the place that has words. */
function placeWords(place: string): string {
  const keys = place.split('.');
  for (let end = keys.length; end > 0; end -= 1) {
    const key = `undo.places.${keys.slice(0, end).join('/')}`;
    if (i18n.exists(key)) return String(i18n.t(key as never));
  }
  return i18n.t('undo.settings');
}

/** As its form names it; by its key where the catalog has no such option. */
export function optionLabel(type: string, option: string): string {
  const components = Object.values(useCatalog.getState().catalog).flat();
  const declared = components.find((one) => one.type === type)?.options;
  const label = declared?.find(({ name }) => name === option)?.label;
  return label ? localized(label) : option;
}

const localized = (text: LocalizedText) => text[i18n.language === 'ko' ? 'ko' : 'en'];

/** Korean has no capitals, and a class name that begins it keeps its own. */
const behindWords = (text: string) => (i18n.language === 'en' ? inSentence(text) : text);
