import { groupChosen } from '../../actions/layers/editLayers.ts';
import { useExperiment } from '../../state/experiment.ts';
import { useLayerSelection } from '../../state/useLayerSelection.ts';
import { useLayerZoom } from '../../state/useLayerZoom.ts';
import { rowLooks } from './rowLooks.ts';
import { useNaming } from './useNaming.ts';

/**
 * Groups the chosen layers, and asks for the group's name at once where rows show text: one step of
 * undo with the grouping.
 */
export function groupAndName(): void {
  const head = groupChosen();
  if (head === null) return;
  const { zoom } = useLayerZoom.getState();
  if (rowLooks[zoom].hasText) {
    useNaming.setState({ named: head });
    return;
  }
  useExperiment.getState().settle();
  useLayerSelection.getState().focusCursor();
}
