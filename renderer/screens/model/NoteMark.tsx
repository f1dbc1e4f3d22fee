import { StickyNote } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Tooltip } from '../../components/Tooltip.tsx';
import type { LayerRowItem } from '../../state/layers/layerRows.ts';
import { useNoting } from './useNoting.ts';

/** That a layer has a note: its text on hover and focus, and by a click to be changed. */
export function NoteMark({ row }: { readonly row: LayerRowItem }) {
  const { t } = useTranslation();
  const { key, layer } = row;
  const { note, type } = layer;
  if (note === undefined) return null;
  return (
    <Tooltip text={<span className="whitespace-pre-line">{note}</span>} side="bottom">
      <button
        type="button"
        aria-label={t('notes.of', { type })}
        onClick={() => useNoting.setState({ noted: key })}
        className="flex size-6 max-h-full shrink-0 items-center justify-center rounded-md text-accent-ink hover:bg-hover"
      >
        <StickyNote aria-hidden className="size-3.5" />
      </button>
    </Tooltip>
  );
}
