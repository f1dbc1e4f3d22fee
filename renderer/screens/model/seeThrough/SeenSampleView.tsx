import type { SeenSample } from '../../../../core/contract/ForwardPass.ts';
import { useFormat } from '../../../format/useFormat.ts';
import { NamedValues } from '../../data/preprocessing/NamedValues.tsx';

/** The sample before it became numbers; an image is seen in the numbers themselves. */
export function SeenSampleView({ sample }: { readonly sample: SeenSample }) {
  const format = useFormat();
  switch (sample.kind) {
    case 'image':
      return null;
    case 'text':
      return (
        <p className="mb-2 max-h-24 max-w-prose overflow-y-auto text-sm text-pretty break-words selectable">
          {sample.text}
        </p>
      );
    case 'table':
      return (
        <div className="mb-2 w-64">
          <NamedValues
            values={sample.cells.map(({ name, value }) => ({ name, value: format.cell(value) }))}
          />
        </div>
      );
    default:
      return sample satisfies never;
  }
}
