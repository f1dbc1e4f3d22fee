import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LONGEST_NOTE } from '../../../core/contract/ModelSpec.ts';
import type { WalkableRow } from '../../actions/layers/walkRows.ts';
import { cn } from '../../components/cn.ts';
import { useLayerSelection } from '../../state/useLayerSelection.ts';
import { useNoteOf } from './useNoteOf.ts';
import { useNoting } from './useNoting.ts';

interface NoteFieldProps {
  readonly row: WalkableRow;
  readonly className: string;
}

/** A note while it is written: Ctrl+Enter or leaving keeps it, Escape does not. */
export function NoteField({ row, className }: NoteFieldProps) {
  const { t } = useTranslation();
  const { note: before = '', label, placeholder, write } = useNoteOf(row);
  const [text, setText] = useState(before);
  const isDone = useRef(false);
  const finish = (isKept: boolean) => {
    // Closing it takes the focus, which is told as leaving.
    if (isDone.current) return;
    isDone.current = true;
    useNoting.setState({ noted: null });
    if (isKept && text.trim() !== before) write(text);
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
    <div className={cn('pb-2.5', className)}>
      <textarea
        // biome-ignore lint/a11y/noAutofocus: it appears because the person asked to type here.
        autoFocus
        rows={3}
        value={text}
        maxLength={LONGEST_NOTE}
        aria-label={label}
        placeholder={placeholder}
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
