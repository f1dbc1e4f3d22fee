import { useTranslation } from 'react-i18next';
import { useDescriptor } from '../../state/catalog.ts';
import type { BlockEndItem } from '../../state/layers/layerRows.ts';
import { useLayerZoom } from '../../state/useLayerZoom.ts';
import { Connection } from './Connection.tsx';
import { INDENT_PIXELS } from './indent.ts';
import { RowGuides } from './RowGuides.tsx';

/** Where a block ends: what it does with what its layers gave, or that it holds none yet. */
export function BlockEnd({ row, type }: { readonly row: BlockEndItem; readonly type: string }) {
  const { t } = useTranslation();
  const equation = useDescriptor('layers', type)?.equation ?? '';
  const hasText = useLayerZoom(({ zoom }) => zoom === 'full' || zoom === 'compact');
  return (
    <div aria-hidden className="relative" style={{ paddingLeft: (row.depth - 1) * INDENT_PIXELS }}>
      <RowGuides depth={row.depth - 1} />
      <div data-row={row.key} className={hasText ? 'flex h-6 items-center' : 'h-1'}>
        {hasText ? (
          <>
            <span className="ml-2.5 h-1/2 w-3 self-start rounded-bl-md border-b border-l border-line-strong" />
            <span className="number pl-2 text-xs text-faint">
              {row.count > 0 ? equation : t('editor.emptyBlock')}
            </span>
          </>
        ) : null}
      </div>
      <Connection path={row.path} />
    </div>
  );
}
