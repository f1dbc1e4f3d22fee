/** The head of a named group: folds it, renames it, and stands for all its layers. */
import { useDraggable } from '@dnd-kit/core';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { type MouseEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { LayerPath } from '../../../core/contract/layerPath.ts';
import { nameGroup } from '../../actions/layers/editLayers.ts';
import { openRowMenu } from '../../actions/layers/openRowMenu.ts';
import { chooseRow, followFocus, toggleRow } from '../../actions/layers/walkRows.ts';
import { cn } from '../../components/cn.ts';
import { RenameField } from '../../components/RenameField.tsx';
import { useExperiment } from '../../state/experiment.ts';
import { type Subject, useInspection } from '../../state/inspection.ts';
import type { GroupRowItem } from '../../state/layers/layerRows.ts';
import { useFolding } from '../../state/useFolding.ts';
import { useLayerSelection } from '../../state/useLayerSelection.ts';
import { useLayerZoom } from '../../state/useLayerZoom.ts';
import { Connection } from './Connection.tsx';
import { GroupMenu } from './GroupMenu.tsx';
import { INDENT_PIXELS } from './indent.ts';
import { isRowsOwn } from './isRowsOwn.ts';
import { LayerNumbers } from './LayerNumbers.tsx';
import { NoteField } from './NoteField.tsx';
import { NoteMark } from './NoteMark.tsx';
import { RowGuides } from './RowGuides.tsx';
import { rowLooks } from './rowLooks.ts';
import { scrollMargins } from './scrollMargins.ts';
import { useGroupCosts } from './useGroupCosts.ts';
import { useLayerReport } from './useLayerReport.ts';
import { useNaming } from './useNaming.ts';
import { useNoting } from './useNoting.ts';
import { useRowFocus } from './useRowFocus.ts';

const GROUP: Subject = { kind: 'help', topic: 'group' };

export function GroupRow({
  row,
  isTabStop,
}: {
  readonly row: GroupRowItem;
  readonly isTabStop: boolean;
}) {
  const { key, path, depth, name, note, members, isFolded } = row;
  const { t } = useTranslation();
  const item = useRef<HTMLDivElement>(null);
  useRowFocus(item, key);
  const isChosen = useLayerSelection(({ chosen }) => members.every((one) => chosen.includes(one)));
  const fold = useFolding((state) => state.fold);
  const { head, group, hasText } = rowLooks[useLayerZoom(({ zoom }) => zoom)];
  const naming = useNaming(({ named }) => named === key);
  const isNoted = useNoting(({ noted }) => noted === key);
  const inspect = useInspection((state) => state.inspect);
  const drag = useDraggable({ id: key, data: { kind: 'layers', keys: members } });
  // A group that is gone is not explained any longer.
  useEffect(() => forget, []);
  const last = [...path.slice(0, -1), (path.at(-1) ?? 0) + members.length - 1];
  const Icon = isFolded ? ChevronRight : ChevronDown;
  if (!hasText && !isFolded) return null;
  return (
    <div
      ref={item}
      role="treeitem"
      data-row={key}
      data-group
      data-testid={`group-${name}`}
      aria-level={depth + 1}
      aria-selected={isChosen}
      aria-description={note}
      aria-expanded={!isFolded}
      tabIndex={isTabStop ? 0 : -1}
      onFocus={({ target, currentTarget }) => {
        inspect(GROUP);
        if (target === currentTarget) followFocus(row, currentTarget);
      }}
      className={cn('group/row relative outline-none', scrollMargins(path))}
      style={{ paddingLeft: depth * INDENT_PIXELS }}
    >
      <RowGuides depth={depth} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the tree takes the keys (useCanvasKeys). */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: as above. */}
      <div
        ref={drag.setNodeRef}
        {...drag.listeners}
        onContextMenu={(event) => {
          event.preventDefault();
          openRowMenu(key);
        }}
        onClick={(event) => {
          onGroupClick(event, row);
          inspect(GROUP);
        }}
        className={cn(
          'flex items-center gap-1.5 rounded-lg pr-1 pl-1 text-xs',
          isFolded ? `border border-line bg-sunken ${head}` : `border border-transparent ${group}`,
          !hasText && 'overflow-hidden border-none bg-line-strong',
          isChosen && 'bg-accent-soft',
          'group-focus-visible/row:outline-2 group-focus-visible/row:outline-accent',
        )}
      >
        <button
          type="button"
          tabIndex={-1}
          aria-label={isFolded ? t('editor.unfold', { count: members.length }) : t('editor.fold')}
          onClick={() => fold(key, !isFolded)}
          className="flex size-6 max-h-full shrink-0 items-center justify-center rounded-md text-muted hover:bg-hover"
        >
          <Icon aria-hidden className="size-3.5" />
        </button>
        {naming ? (
          <RenameField
            name={name}
            label={t('editor.nameOfGroup')}
            className="h-6 w-60 text-xs"
            onDone={(next) => {
              useNaming.setState({ named: null });
              if (next) nameGroup(path, next);
              useExperiment.getState().settle();
              useLayerSelection.getState().focusCursor();
            }}
          />
        ) : (
          <span className="min-w-0 truncate font-semibold" title={name}>
            {name}
          </span>
        )}
        <span className="caption shrink-0">{t('editor.layers', { count: members.length })}</span>
        {hasText ? <NoteMark row={row} /> : null}
        <span className="ml-auto" />
        {isFolded && hasText ? <GroupNumbers row={row} last={last} /> : null}
        <GroupMenu row={row} />
      </div>
      {isNoted && hasText ? <NoteField row={row} className="pt-1 pl-7.5" /> : null}
      {isFolded ? <Connection path={last} /> : null}
    </div>
  );
}

interface GroupNumbersProps {
  readonly row: GroupRowItem;
  readonly last: LayerPath;
}

/** In the columns of the layers, whose rows have a button more in front of their menu. */
function GroupNumbers({ row, last }: GroupNumbersProps) {
  const costs = useGroupCosts(row);
  const report = useLayerReport(last);
  const shape = costs && report?.outputShape;
  return (
    <div className="mr-4.5 flex shrink-0 items-center gap-2.5">
      <LayerNumbers parameters={costs?.parameters ?? 0} costs={costs} shape={shape} />
    </div>
  );
}

function onGroupClick(event: MouseEvent, row: GroupRowItem): void {
  if (!isRowsOwn(event)) return;
  if (event.shiftKey) chooseRow(row, true);
  else if (event.ctrlKey || event.metaKey) toggleRow(row);
  else chooseRow(row);
}

/** Where the focus went on to another group, that is explained now. */
function forget(): void {
  if (document.activeElement?.closest('[data-group]')) return;
  const { subject, inspect } = useInspection.getState();
  if (subject === GROUP) inspect(null);
}
