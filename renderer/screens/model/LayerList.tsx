/**
 * The network from input to output; layers are put in order by dragging, or with the keyboard by
 * their handles.
 */
import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import {
  SortableContext,
  sortableKeyboardCoordinates,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { Layers } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ProblemNote } from '../../components/ProblemNote.tsx';
import { useFormat } from '../../format/useFormat.ts';
import { useDatasetName } from '../../i18n/useDatasetName.ts';
import { useCheck } from '../../state/check.ts';
import { useDatasets } from '../../state/datasets.ts';
import { useExperiment } from '../../state/experiment.ts';
import { useProblems } from '../../state/useProblems.ts';
import { EndOfModel } from './EndOfModel.tsx';
import { LayerColumns } from './LayerColumns.tsx';
import { LayerRow } from './LayerRow.tsx';
import { moveLayer } from './layerEdits.ts';
import { useDragWords } from './useDragWords.ts';

const GRAB_DISTANCE_PIXELS = 4;

export function LayerList() {
  const { t } = useTranslation();
  const { draft, change } = useExperiment();
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: GRAB_DISTANCE_PIXELS } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const words = useDragWords();
  const modelProblems = useProblems('model').filter(({ where }) => where === 'model');
  if (!draft) return null;
  const { spec, layerKeys } = draft;
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    const from = layerKeys.indexOf(String(active.id));
    const to = layerKeys.indexOf(String(over?.id));
    if (from >= 0 && to >= 0 && from !== to) change(moveLayer(from, to));
  };
  return (
    <div className="@container mx-auto flex w-full max-w-4xl flex-col px-6 py-5">
      <LayerColumns />
      <InputEnd dataset={spec.dataset} />
      <DndContext
        sensors={sensors}
        collisionDetection={closestCenter}
        onDragEnd={onDragEnd}
        accessibility={words}
      >
        <SortableContext items={layerKeys} strategy={verticalListSortingStrategy}>
          <ol aria-label={t('model.layers')} className="flex flex-col gap-1.5 py-1.5">
            {spec.model.layers.map((layer, index) => (
              <LayerRow
                key={layerKeys[index]}
                id={layerKeys[index] ?? ''}
                index={index}
                layer={layer}
              />
            ))}
          </ol>
        </SortableContext>
      </DndContext>
      {spec.model.layers.length === 0 ? (
        <EmptyState icon={Layers} title={t('model.empty')} text={t('model.emptyText')} />
      ) : (
        <OutputEnd isWrong={modelProblems.some(({ severity }) => severity === 'error')} />
      )}
      {modelProblems
        .filter(({ severity }) => severity !== 'error')
        .map((problem) => (
          <ProblemNote key={problem.message} problem={problem} className="mt-2" />
        ))}
    </div>
  );
}

function InputEnd({ dataset }: { readonly dataset: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useDatasetName();
  const info = useDatasets(({ datasets }) => datasets.find(({ id }) => id === dataset));
  const shape = useCheck(({ report }) => report?.layers[0]?.inputShape) ?? info?.sampleShape;
  return (
    <EndOfModel name={t('model.input')} note={info ? nameOf(info) : dataset}>
      {shape ? format.shape(shape) : '–'}
    </EndOfModel>
  );
}

function OutputEnd({ isWrong }: { readonly isWrong: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const shape = useCheck(({ report }) => report?.layers.at(-1)?.outputShape);
  const loss = useExperiment(({ draft }) => draft?.spec.loss.type);
  return (
    <EndOfModel name={t('model.outputEnd')} note={loss ?? ''} isWrong={isWrong}>
      {shape ? format.shape(shape) : '–'}
    </EndOfModel>
  );
}
