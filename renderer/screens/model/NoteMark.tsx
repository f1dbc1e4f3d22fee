import { StickyNote } from 'lucide-react';
import type { WalkableRow } from '../../actions/layers/walkRows.ts';
import { Tooltip } from '../../components/Tooltip.tsx';
import { useNoteOf } from './useNoteOf.ts';
import { useNoting } from './useNoting.ts';

/** That a layer or a group has a note: its text on hover and focus, and by a click to be changed. */
export function NoteMark({ row }: { readonly row: WalkableRow }) {
  const { note, label } = useNoteOf(row);
  if (note === undefined) return null;
  return (
    <Tooltip text={<span className="whitespace-pre-line">{note}</span>} side="bottom">
      <button
        type="button"
        aria-label={label}
        onClick={() => useNoting.setState({ noted: row.key })}
        className="flex size-6 max-h-full shrink-0 items-center justify-center rounded-md text-accent-ink hover:bg-hover"
      >
        <StickyNote aria-hidden className="size-3.5" />
      </button>
    </Tooltip>
  );
}
