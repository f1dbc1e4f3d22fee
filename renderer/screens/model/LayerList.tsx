/**
 * The network from input to output. Layers are chosen, typed, dragged and moved here; what an edit
 * does to the document is in state/layers.
 */
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { layerAt } from '../../../core/contract/layerPath.ts';
import { cn } from '../../components/cn.ts';
import { ProblemNote } from '../../components/ProblemNote.tsx';
import { useCatalog } from '../../state/catalog.ts';
import { type OpenExperiment, useExperiment } from '../../state/experiment.ts';
import { type LayerRowData, layerRows } from '../../state/layers/layerRows.ts';
import { type QuickAddPlace, useQuickAdd } from '../../state/quickAdd.ts';
import { useFolding } from '../../state/useFolding.ts';
import { useLayerSelection } from '../../state/useLayerSelection.ts';
import { useLayerZoom } from '../../state/useLayerZoom.ts';
import { useProblems } from '../../state/useProblems.ts';
import { BlockEnd } from './BlockEnd.tsx';
import { ChosenLayers } from './chosen/ChosenLayers.tsx';
import { InsertionLine } from './drag/InsertionLine.tsx';
import { EmptyNetwork } from './EmptyNetwork.tsx';
import { GroupRow } from './GroupRow.tsx';
import { InputEnd } from './InputEnd.tsx';
import { LayerColumns } from './LayerColumns.tsx';
import { LayerRow } from './LayerRow.tsx';
import { OutputEnd } from './OutputEnd.tsx';
import { QuickAdd } from './quickAdd/QuickAdd.tsx';
import { quickAddIndex } from './quickAdd/quickAddIndex.ts';
import { rowLooks } from './rowLooks.ts';

export function LayerList() {
  const { t } = useTranslation();
  const draft = useExperiment((state) => state.draft);
  const quickAdd = useQuickAdd((state) => state.at);
  const rows = useRows(draft);
  const { hasText } = rowLooks[useLayerZoom(({ zoom }) => zoom)];
  const modelProblems = useProblems('model').filter(({ where }) => where === 'model');
  const cursor = useLayerSelection((state) => state.cursor);
  if (!draft) return null;
  const { spec } = draft;
  // The row that had the keyboard may be gone: then Tab leads to the first.
  const tabStop = rows.some(({ key }) => key === cursor) ? cursor : rows[0]?.key;
  return (
    <div
      className={cn(
        '@container mx-auto flex w-full max-w-4xl flex-col px-6 pt-4',
        hasText ? 'pb-10' : 'pb-2',
      )}
    >
      {hasText && rows.length > 0 ? <LayerColumns /> : null}
      <InputEnd dataset={spec.dataset} hasText={hasText} />
      {/* One list with keys throughout: the field keeps the focus while rows come in front of it. */}
      <div
        {...(rows.length > 0
          ? { role: 'tree', 'aria-label': t('model.layers'), 'aria-multiselectable': true }
          : {})}
        data-layers
        data-of-document
        className="relative"
      >
        {withQuickAdd(
          rows.map((row) => (
            <Row key={row.key} row={row} isTabStop={row.key === tabStop} draft={draft} />
          )),
          quickAddIndex(rows, quickAdd),
          quickAddDepth(rows, quickAdd),
        )}
        {rows.length === 0 && !quickAdd ? <EmptyNetwork /> : null}
        <InsertionLine />
      </div>
      {rows.length > 0 ? (
        <OutputEnd isWrong={modelProblems.some(({ severity }) => severity === 'error')} />
      ) : null}
      {modelProblems
        .filter(({ severity }) => severity !== 'error')
        .map((problem) => (
          <ProblemNote key={problem.message} problem={problem} className="mt-2" />
        ))}
      <ChosenLayers />
    </div>
  );
}

function withQuickAdd(
  rows: readonly ReactNode[],
  index: number | null,
  depth: number,
): readonly ReactNode[] {
  if (index === null) return rows;
  return rows.toSpliced(index + 1, 0, <QuickAdd key="quick add" depth={depth} />);
}

function quickAddDepth(rows: readonly LayerRowData[], place: QuickAddPlace | null): number {
  const row = rows.find(({ key }) => key === place?.row);
  return (row?.depth ?? 0) + (place?.isInside ? 1 : 0);
}

interface RowProps {
  readonly row: LayerRowData;
  readonly isTabStop: boolean;
  readonly draft: OpenExperiment;
}

function Row({ row, isTabStop, draft }: RowProps) {
  switch (row.kind) {
    case 'layer':
      return <LayerRow row={row} isTabStop={isTabStop} />;
    case 'group':
      return <GroupRow row={row} isTabStop={isTabStop} />;
    case 'end':
      return <BlockEnd row={row} type={layerAt(draft.spec.model.layers, row.path)?.type ?? ''} />;
    default:
      return row satisfies never;
  }
}

const none: readonly LayerRowData[] = [];

function useRows(draft: OpenExperiment | null): readonly LayerRowData[] {
  const folded = useFolding((state) => state.folded);
  const catalog = useCatalog((state) => state.catalog.layers);
  return useMemo(() => {
    const blocks = new Set(
      catalog.filter(({ holdsLayers }) => holdsLayers).map(({ type }) => type),
    );
    const isBlock = (type: string) => blocks.has(type);
    return draft ? layerRows(draft.spec.model.layers, draft, { folded, isBlock }) : none;
  }, [draft, folded, catalog]);
}
