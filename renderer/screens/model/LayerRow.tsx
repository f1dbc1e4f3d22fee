/**
 * One layer: its type, options and size; open, its form; below it the shape that it hands on.
 * Errors stand at the layer at fault.
 */
import { useDraggable } from '@dnd-kit/core';
import {
  ChevronDown,
  ChevronRight,
  ChevronsDownUp,
  ChevronsUpDown,
  GripVertical,
} from 'lucide-react';
import { type MouseEvent, memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { positionName } from '../../actions/layers/describeLayers.ts';
import { openRowMenu } from '../../actions/layers/openRowMenu.ts';
import { chooseRow, followFocus, toggleRow } from '../../actions/layers/walkRows.ts';
import { cn } from '../../components/cn.ts';
import { ProblemNote } from '../../components/ProblemNote.tsx';
import { useDescriptor } from '../../state/catalog.ts';
import { useInspection } from '../../state/inspection.ts';
import type { LayerRowItem } from '../../state/layers/layerRows.ts';
import { useFolding } from '../../state/useFolding.ts';
import { useLayerSelection } from '../../state/useLayerSelection.ts';
import { useLayerZoom } from '../../state/useLayerZoom.ts';
import { Connection } from './Connection.tsx';
import { useLayerDrag } from './drag/useLayerDrag.ts';
import { INDENT_PIXELS } from './indent.ts';
import { isRowsOwn } from './isRowsOwn.ts';
import { LayerMenu } from './LayerMenu.tsx';
import { LayerOptions } from './LayerOptions.tsx';
import { LayerSummary } from './LayerSummary.tsx';
import { NoteField } from './NoteField.tsx';
import { RowGuides } from './RowGuides.tsx';
import { rowLooks } from './rowLooks.ts';
import { scrollMargins } from './scrollMargins.ts';
import { LayerActivation } from './seeThrough/LayerActivation.tsx';
import { useLayerProblems } from './useLayerProblems.ts';
import { useNoting } from './useNoting.ts';
import { useRowFocus } from './useRowFocus.ts';

interface LayerRowProps {
  readonly row: LayerRowItem;
  /** Whether Tab leads to it: one row of the list. */
  readonly isTabStop: boolean;
}

export const LayerRow = memo(function LayerRow({ row, isTabStop }: LayerRowProps) {
  const { key, path, layer, depth, isBlock, isFolded } = row;
  const { t } = useTranslation();
  const item = useRef<HTMLDivElement>(null);
  useRowFocus(item, key);
  const isOpen = useLayerSelection(({ selected }) => selected === key);
  const isChosen = useLayerSelection(({ chosen }) => chosen.includes(key));
  const isMoving = useLayerDrag(
    ({ source }) => source?.kind === 'layers' && source.keys.includes(key),
  );
  const isNoted = useNoting(({ noted }) => noted === key);
  const zoom = useLayerZoom((state) => state.zoom);
  const inspect = useInspection((state) => state.inspect);
  const descriptor = useDescriptor('layers', layer.type);
  const problems = useLayerProblems(row);
  const drag = useDraggable({ id: key, data: { kind: 'layers', keys: [key] } });
  useEffect(() => {
    if (isOpen) item.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  // A layer that is gone is not explained any longer, whatever took it away.
  useEffect(() => () => forget(layer.type), [layer.type]);
  const explain = () => inspect({ kind: 'component', group: 'layers', type: layer.type });
  const hasError = problems.some(({ severity }) => severity === 'error');
  const { head, hasText } = rowLooks[zoom];
  return (
    <div
      ref={item}
      role="treeitem"
      data-row={key}
      data-testid={`layer-${positionName(path)}`}
      aria-level={depth + 1}
      aria-selected={isChosen}
      aria-description={layer.note}
      {...(isBlock ? { 'aria-expanded': !isFolded } : {})}
      tabIndex={isTabStop ? 0 : -1}
      onFocus={({ target, currentTarget }) => {
        explain();
        if (target === currentTarget) followFocus(row, currentTarget);
      }}
      className={cn('group/row relative outline-none', scrollMargins(path))}
      style={{ paddingLeft: depth * INDENT_PIXELS }}
    >
      <RowGuides depth={depth} />
      <div
        className={cn(
          hasText ? 'rounded-lg border border-line bg-raised' : 'rounded-xs bg-line-strong/60',
          isChosen && (hasText ? 'border-accent bg-accent-soft' : 'bg-accent'),
          isOpen && hasText && 'bg-raised ring-1 ring-accent',
          hasError && (hasText ? 'border-error' : 'bg-error'),
          hasError && isOpen && 'ring-error',
          isMoving && 'opacity-40',
          'group-focus-visible/row:outline-2 group-focus-visible/row:outline-offset-1 group-focus-visible/row:outline-accent',
        )}
      >
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the tree takes the keys (useCanvasKeys). */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: as above. */}
        <div
          ref={drag.setNodeRef}
          {...drag.listeners}
          title={hasText ? undefined : `${positionName(path)} ${layer.type}`}
          onContextMenu={(event) => {
            event.preventDefault();
            openRowMenu(key);
          }}
          onClick={(event) => onRowClick(event, row, isOpen, explain)}
          className={cn('flex items-center pr-1', head)}
        >
          {hasText ? (
            <>
              <GripVertical
                aria-hidden
                className="mx-1 size-3.5 shrink-0 text-faint opacity-0 group-hover/row:opacity-100"
              />
              <div className="flex h-full min-w-0 flex-1 items-center gap-2.5">
                <LayerSummary row={row} family={descriptor?.family} />
              </div>
              {isBlock ? <FoldButton row={row} /> : null}
              {descriptor && descriptor.options.length > 0 ? (
                <OpenButton row={row} isOpen={isOpen} />
              ) : isBlock ? null : (
                <span aria-hidden className="w-6 shrink-0" />
              )}
              <LayerMenu row={row} />
            </>
          ) : (
            <span className="sr-only">{layer.type}</span>
          )}
        </div>
        {isNoted && hasText ? <NoteField row={row} className="px-9" /> : null}
        {hasText ? <LayerActivation path={path} type={layer.type} /> : null}
        {hasText
          ? problems
              .filter(({ where }) => !isOpen || !/\.options(\.|$)/.test(where))
              .map((problem) => (
                <ProblemNote key={problem.message} problem={problem} className="px-9 pb-2.5" />
              ))
          : null}
        {isOpen && hasText ? <LayerOptions row={row} problems={problems} /> : null}
      </div>
      {isBlock && !isFolded ? <Gap /> : <Connection path={path} />}
      <span className="sr-only">{isChosen ? t('editor.isChosen') : ''}</span>
    </div>
  );
}, isSameRow);

function isSameRow({ row: a, isTabStop }: LayerRowProps, next: LayerRowProps): boolean {
  const b = next.row;
  return (
    isTabStop === next.isTabStop &&
    a.key === b.key &&
    a.layer === b.layer &&
    a.depth === b.depth &&
    a.isFolded === b.isFolded &&
    a.isBlock === b.isBlock &&
    positionName(a.path) === positionName(b.path)
  );
}

/** Inside a block the first layer follows at once. */
function Gap() {
  const zoom = useLayerZoom((state) => state.zoom);
  return <div aria-hidden className={zoom === 'full' ? 'h-1.5' : rowLooks[zoom].gap} />;
}

function onRowClick(
  event: MouseEvent,
  row: LayerRowItem,
  isOpen: boolean,
  explain: () => void,
): void {
  if (!isRowsOwn(event)) return;
  if (event.shiftKey) chooseRow(row, true);
  else if (event.ctrlKey || event.metaKey) toggleRow(row);
  else if (isOpen) chooseRow(row);
  else {
    useLayerSelection.getState().select(row.key);
    useLayerSelection.getState().focusCursor();
  }
  explain();
}

function OpenButton({ row, isOpen }: { readonly row: LayerRowItem; readonly isOpen: boolean }) {
  const { t } = useTranslation();
  const Icon = isOpen ? ChevronDown : ChevronRight;
  const name = { type: row.layer.type, position: positionName(row.path) };
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-expanded={isOpen}
      aria-label={t('editor.options', name)}
      onClick={() => (isOpen ? chooseRow(row) : useLayerSelection.getState().select(row.key))}
      className="flex size-6 max-h-full shrink-0 items-center justify-center rounded-md text-faint hover:bg-hover hover:text-ink"
    >
      <Icon aria-hidden className="size-3.5" />
    </button>
  );
}

function FoldButton({ row }: { readonly row: LayerRowItem }) {
  const { t } = useTranslation();
  const fold = useFolding((state) => state.fold);
  const Icon = row.isFolded ? ChevronsUpDown : ChevronsDownUp;
  const count = row.layer.layers?.length ?? 0;
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={row.isFolded ? t('editor.unfold', { count }) : t('editor.fold')}
      onClick={() => fold(row.key, !row.isFolded)}
      className="flex size-6 max-h-full shrink-0 items-center justify-center rounded-md text-faint hover:bg-hover hover:text-ink"
    >
      <Icon aria-hidden className="size-3.5" />
    </button>
  );
}

function forget(type: string): void {
  const { subject, inspect } = useInspection.getState();
  const isExplained = subject !== null && 'group' in subject && subject.group === 'layers';
  if (isExplained && subject.type === type) inspect(null);
}
