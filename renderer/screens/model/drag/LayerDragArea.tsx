/** Everything between which layers are dragged: from the palette, in the list, out of it. */
import {
  DndContext,
  type DragEndEvent,
  DragOverlay,
  type DragStartEvent,
  type Modifier,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { Trash2 } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { chosenPaths } from '../../../actions/layers/chosenPaths.ts';
import { describeLayers } from '../../../actions/layers/describeLayers.ts';
import { addLayers, moveTo, removeChosen } from '../../../actions/layers/editLayers.ts';
import { useCatalog } from '../../../state/catalog.ts';
import { newLayer } from '../../../state/layers/newLayer.ts';
import { useQuickAdd } from '../../../state/quickAdd.ts';
import { useLayerSelection } from '../../../state/useLayerSelection.ts';
import { followPointer } from './followPointer.ts';
import { type DragSource, useLayerDrag } from './useLayerDrag.ts';

/** Less is a click with an unsteady hand. */
const GRAB_DISTANCE_PIXELS = 4;
const BESIDE_POINTER = { x: 14, y: 10 };

/** What is dragged is a small card: it hangs at the pointer, wherever the row was taken. */
const hangAtPointer: Modifier = ({ activatorEvent, draggingNodeRect, transform }) => {
  if (!(activatorEvent instanceof PointerEvent) || !draggingNodeRect) return transform;
  const { clientX, clientY } = activatorEvent;
  return {
    ...transform,
    x: transform.x + clientX - draggingNodeRect.left + BESIDE_POINTER.x,
    y: transform.y + clientY - draggingNodeRect.top + BESIDE_POINTER.y,
  };
};

/** dnd-kit speaks to screen readers of what the keyboard drags; here it moves layers by itself. */
const silent = {
  announcements: {
    onDragStart: () => undefined,
    onDragOver: () => undefined,
    onDragEnd: () => undefined,
    onDragCancel: () => undefined,
  },
  screenReaderInstructions: { draggable: '' },
};

/** One object: another makes dnd-kit draw every row anew. */
const onceGrabbed = { activationConstraint: { distance: GRAB_DISTANCE_PIXELS } };

export function LayerDragArea({ children }: { readonly children: ReactNode }) {
  const sensors = useSensors(useSensor(PointerSensor, onceGrabbed));
  const end = useRef<(() => void) | null>(null);
  const onStart = ({ active }: DragStartEvent) => {
    const source = sourceOf(active.data.current);
    const canvas = document.querySelector<HTMLElement>('[data-canvas]');
    const list = document.querySelector<HTMLElement>('[data-layers]');
    if (!source || !canvas || !list) return;
    useQuickAdd.getState().close();
    useLayerDrag.setState({ source, target: null });
    end.current = followPointer(canvas, list);
  };
  const stop = () => {
    end.current?.();
    end.current = null;
    const { source, target } = useLayerDrag.getState();
    useLayerDrag.setState({ source: null, target: null });
    return { source, target };
  };
  const onEnd = (_event: DragEndEvent) => {
    const { source, target } = stop();
    if (!source || !target) return;
    if (target === 'remove') removeChosen();
    else if (source.kind === 'layers') moveTo(chosenPaths(), target.place);
    else {
      const { layers } = useCatalog.getState().catalog;
      const descriptor = layers.find(({ type }) => type === source.type);
      if (descriptor) addLayers(target.place, [newLayer(descriptor)]);
    }
  };
  return (
    <DndContext
      sensors={sensors}
      autoScroll={false}
      accessibility={silent}
      onDragStart={onStart}
      onDragEnd={onEnd}
      onDragCancel={stop}
    >
      {children}
      <DragOverlay dropAnimation={null} modifiers={[hangAtPointer]} className="pointer-events-none">
        <DraggedCard />
      </DragOverlay>
    </DndContext>
  );
}

/** A row that is not among the chosen ones is chosen by being taken. */
function sourceOf(data: unknown): DragSource | null {
  const source = data as DragSource | undefined;
  if (source?.kind !== 'layers') return source ?? null;
  const { chosen, choose } = useLayerSelection.getState();
  if (source.keys.every((key) => chosen.includes(key))) return { kind: 'layers', keys: chosen };
  choose(source.keys, source.keys[0] ?? null);
  return source;
}

function DraggedCard() {
  const { t } = useTranslation();
  const source = useLayerDrag((state) => state.source);
  const isRemoving = useLayerDrag(({ target }) => target === 'remove');
  if (!source) return null;
  const what = source.kind === 'palette' ? source.type : describeLayers(chosenPaths());
  return (
    <div
      className={`inline-flex h-8 items-center gap-2 rounded-lg border bg-raised px-3 text-sm font-medium shadow-float ${isRemoving ? 'border-error text-error' : 'border-accent'}`}
    >
      {isRemoving ? <Trash2 aria-hidden className="size-3.5" /> : null}
      {isRemoving ? t('editor.dropToRemove', { what }) : what}
    </div>
  );
}
