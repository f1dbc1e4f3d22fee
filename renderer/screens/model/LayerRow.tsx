/**
 * One layer: its type, options, shape and size; open, its form. Errors stand at the layer at
 * fault.
 */
import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { GripVertical } from 'lucide-react';
import { type KeyboardEvent, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../core/contract/ExperimentReport.ts';
import type { LayerSpec } from '../../../core/contract/ModelSpec.ts';
import { cn } from '../../components/cn.ts';
import { OptionForm } from '../../components/OptionForm.tsx';
import { ProblemNote } from '../../components/ProblemNote.tsx';
import { useDescriptor } from '../../state/catalog.ts';
import { useExperiment } from '../../state/experiment.ts';
import { useInspection } from '../../state/inspection.ts';
import { useLayerSelection } from '../../state/useLayerSelection.ts';
import { useProblems } from '../../state/useProblems.ts';
import { InnerLayers } from './InnerLayers.tsx';
import { LayerMenu } from './LayerMenu.tsx';
import { LayerSummary } from './LayerSummary.tsx';
import { duplicateLayer, moveLayer, removeLayer, setLayerOption } from './layerEdits.ts';
import { LayerActivation } from './seeThrough/LayerActivation.tsx';

interface LayerRowProps {
  readonly id: string;
  readonly index: number;
  readonly layer: LayerSpec;
}

export function LayerRow({ id, index, layer }: LayerRowProps) {
  const { selected, select } = useLayerSelection();
  const inspect = useInspection((state) => state.inspect);
  const descriptor = useDescriptor('layers', layer.type);
  const where = `model.layers[${index}]`;
  const problems = useProblems(where).filter((problem) =>
    /^(\.|$)/.test(problem.where.slice(where.length)),
  );
  const sortable = useSortable({
    id,
    transition: { duration: 160, easing: 'cubic-bezier(0.2, 0, 0, 1)' },
  });
  const isOpen = selected === id;
  const { node } = sortable;
  useEffect(() => {
    if (isOpen) node.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen, node]);
  // A layer that is gone is not explained any longer, whatever took it away.
  useEffect(() => () => forget(layer.type), [layer.type]);
  const explain = () => inspect({ kind: 'component', group: 'layers', type: layer.type });
  const hasError = problems.some(({ severity }) => severity === 'error');
  return (
    <li
      ref={sortable.setNodeRef}
      data-testid={`layer-${index}`}
      style={{
        transform: CSS.Translate.toString(sortable.transform && { ...sortable.transform, x: 0 }),
        transition: sortable.transition,
      }}
      className={cn(
        'relative scroll-my-14 rounded-lg border border-line bg-raised',
        isOpen && 'border-accent ring-1 ring-accent',
        hasError && 'border-error',
        hasError && isOpen && 'ring-error',
        sortable.isDragging && 'z-10 shadow-float',
      )}
    >
      <div className="flex h-10 items-center pr-1">
        <Handle sortable={sortable} type={layer.type} position={index + 1} />
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => {
            select(isOpen ? null : id);
            explain();
          }}
          onFocus={explain}
          onKeyDown={(event) => onLayerKey(event, index)}
          className="flex h-full min-w-0 flex-1 items-center gap-2.5 rounded-md text-left"
        >
          <LayerSummary index={index} layer={layer} family={descriptor?.family} />
        </button>
        <LayerMenu index={index} type={layer.type} />
      </div>
      <LayerActivation path={[index]} type={layer.type} />
      {problems
        .filter(({ where: place }) => !isOpen || !place.startsWith(`${where}.options`))
        .map((problem) => (
          <ProblemNote key={problem.message} problem={problem} className="px-9 pb-2.5" />
        ))}
      {layer.layers ? <InnerLayers layers={layer.layers} /> : null}
      {isOpen ? (
        <LayerOptions id={id} index={index} layer={layer} where={where} problems={problems} />
      ) : null}
    </li>
  );
}

interface HandleProps {
  readonly sortable: ReturnType<typeof useSortable>;
  readonly type: string;
  readonly position: number;
}

function Handle({ sortable, type, position }: HandleProps) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      {...sortable.attributes}
      {...sortable.listeners}
      aria-label={t('model.drag', { type, position })}
      className="flex h-full w-7 shrink-0 touch-none items-center justify-center rounded-l-lg text-faint hover:text-ink"
    >
      <GripVertical aria-hidden className="size-3.5" />
    </button>
  );
}

interface LayerOptionsProps extends LayerRowProps {
  readonly where: string;
  readonly problems: readonly Problem[];
}

function LayerOptions({ id, index, layer, where, problems }: LayerOptionsProps) {
  const change = useExperiment((state) => state.change);
  const settle = useExperiment((state) => state.settle);
  const descriptor = useDescriptor('layers', layer.type);
  if (!descriptor || descriptor.options.length === 0) return null;
  return (
    <div onBlurCapture={settle} className="border-t border-line px-9 py-3">
      <OptionForm
        group="layers"
        descriptor={descriptor}
        options={layer.options}
        where={where}
        problems={problems}
        onChange={(name, value) => change(setLayerOption(index, name, value), `${id}.${name}`)}
      />
    </div>
  );
}

function forget(type: string): void {
  const { subject, inspect } = useInspection.getState();
  const isExplained = subject !== null && 'group' in subject && subject.group === 'layers';
  if (isExplained && subject.type === type) inspect(null);
}

function onLayerKey(event: KeyboardEvent, index: number): void {
  if (event.nativeEvent.isComposing) return;
  const act = keyAction(event, index);
  if (!act) return;
  event.preventDefault();
  useExperiment.getState().change(act);
}

function keyAction(event: KeyboardEvent, index: number) {
  const { key, altKey, ctrlKey, metaKey } = event;
  if (key === 'Delete') return removeLayer(index);
  if (key.toLowerCase() === 'd' && (ctrlKey || metaKey)) return duplicateLayer(index);
  if (altKey && key === 'ArrowUp' && index > 0) return moveLayer(index, index - 1);
  if (altKey && key === 'ArrowDown') return moveLayer(index, index + 1);
  return null;
}
