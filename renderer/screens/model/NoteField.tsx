import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LONGEST_NOTE } from '../../../core/contract/ModelSpec.ts';
import { writeNote } from '../../actions/layers/editLayers.ts';
import type { LayerRowItem } from '../../state/layers/layerRows.ts';
import { useLayerSelection } from '../../state/useLayerSelection.ts';
import { useNoting } from './useNoting.ts';

/** The note of a layer while it is written: Ctrl+Enter or leaving keeps it, Escape does not. */
export function NoteField({ row }: { readonly row: LayerRowItem }) {
  const { t } = useTranslation();
  const { path, layer } = row;
  const before = layer.note ?? '';
  const [text, setText] = useState(before);
  const isDone = useRef(false);
  const finish = (isKept: boolean) => {
    // Closing it takes the focus, which is told as leaving.
    if (isDone.current) return;
    isDone.current = true;
    useNoting.setState({ noted: null });
    if (isKept && text.trim() !== before) writeNote(path, text);
  };
  const onKey = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const isKept = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (!isKept && event.key !== 'Escape') return;
    event.preventDefault();
    finish(isKept);
    useLayerSelection.getState().focusCursor();
  };
  return (
    <div className="px-9 pb-2.5">
      <textarea
        // biome-ignore lint/a11y/noAutofocus: it appears because the person asked to type here.
        autoFocus
        rows={3}
        value={text}
        maxLength={LONGEST_NOTE}
        aria-label={t('notes.of', { type: layer.type })}
        placeholder={t('notes.placeholder')}
        onFocus={({ target }) => target.setSelectionRange(text.length, text.length)}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => finish(true)}
        onKeyDown={onKey}
        className="block w-full resize-y rounded-lg border border-accent bg-raised p-2 text-xs leading-5 outline-none ring-2 ring-accent/25 selectable placeholder:text-faint"
      />
      <p className="caption mt-1">{t('notes.keys')}</p>
    </div>
  );
}
