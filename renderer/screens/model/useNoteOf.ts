import { useTranslation } from 'react-i18next';
import { writeGroupNote, writeNote } from '../../actions/layers/editLayers.ts';
import type { WalkableRow } from '../../actions/layers/walkRows.ts';

/** The note on a layer or a group, what it is called, and how another one is written. */
export function useNoteOf(row: WalkableRow) {
  const { t } = useTranslation();
  if (row.kind === 'group') {
    return {
      note: row.note,
      label: t('notes.ofGroup', { name: row.name }),
      placeholder: t('notes.placeholderGroup'),
      write: (text: string) => writeGroupNote(row.path, text),
    };
  }
  return {
    note: row.layer.note,
    label: t('notes.of', { type: row.layer.type }),
    placeholder: t('notes.placeholder'),
    write: (text: string) => writeNote(row.path, text),
  };
}
