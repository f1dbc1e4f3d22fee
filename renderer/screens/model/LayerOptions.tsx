import type { Problem } from '../../../core/contract/ExperimentReport.ts';
import { layerPlace } from '../../../core/contract/layerPath.ts';
import { OptionForm } from '../../components/OptionForm.tsx';
import { useDescriptor } from '../../state/catalog.ts';
import { useExperiment } from '../../state/experiment.ts';
import { setLayerOption } from '../../state/layers/layerEdits.ts';
import type { LayerRowItem } from '../../state/layers/layerRows.ts';
import { useLayerSelection } from '../../state/useLayerSelection.ts';

interface LayerOptionsProps {
  readonly row: LayerRowItem;
  readonly problems: readonly Problem[];
}

/** The form of a layer, as the catalog declares it; Escape closes it, and the row has the keyboard. */
export function LayerOptions({ row, problems }: LayerOptionsProps) {
  const { key, path, layer } = row;
  const change = useExperiment((state) => state.change);
  const settle = useExperiment((state) => state.settle);
  const descriptor = useDescriptor('layers', layer.type);
  if (!descriptor || descriptor.options.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears what its fields leave.
    <div
      data-form
      onBlurCapture={settle}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        const { choose, focusCursor } = useLayerSelection.getState();
        choose([key], key);
        focusCursor();
      }}
      className="border-t border-line px-9 py-3"
    >
      <OptionForm
        group="layers"
        descriptor={descriptor}
        options={layer.options}
        where={layerPlace(path)}
        problems={problems}
        onChange={(name, value) => change(setLayerOption(path, name, value), `${key}.${name}`)}
      />
    </div>
  );
}
