import type { Announcements, ScreenReaderInstructions } from '@dnd-kit/core';
import { useTranslation } from 'react-i18next';
import { useExperiment } from '../../state/experiment.ts';

interface DragWords {
  readonly announcements: Announcements;
  readonly screenReaderInstructions: ScreenReaderInstructions;
}

/** What a screen reader says while a layer is moved. */
export function useDragWords(): DragWords {
  const { t } = useTranslation();
  const placeOf = (id: string | number) => {
    const { draft } = useExperiment.getState();
    const index = draft?.layerKeys.indexOf(String(id)) ?? -1;
    return { type: draft?.spec.model.layers[index]?.type ?? '', position: index + 1 };
  };
  return {
    screenReaderInstructions: { draggable: t('model.dragHow') },
    announcements: {
      onDragStart: ({ active }) => t('model.dragStart', placeOf(active.id)),
      onDragOver: ({ over }) =>
        over ? t('model.dragOver', { position: placeOf(over.id).position }) : undefined,
      onDragEnd: ({ over }) =>
        t('model.dragEnd', { position: over ? placeOf(over.id).position : 0 }),
      onDragCancel: () => t('model.dragCancel'),
    },
  };
}
