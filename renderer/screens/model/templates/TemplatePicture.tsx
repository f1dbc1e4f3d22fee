import type { LayerReport } from '../../../../core/contract/ExperimentReport.ts';
import { useFormat } from '../../../format/useFormat.ts';

interface TemplatePictureProps {
  readonly layers: readonly LayerReport[];
}

const TALLEST = 40;

/** A bar a layer, as tall as what it hands on is large (by its logarithm), and the shapes at the ends. */
export function TemplatePicture({ layers }: TemplatePictureProps) {
  const format = useFormat();
  const sizes = layers.map(({ outputShape }) => Math.log2(1 + product(outputShape ?? [])));
  const largest = Math.max(1, ...sizes);
  const [input, output] = [layers.at(0)?.inputShape, layers.at(-1)?.outputShape];
  return (
    <div aria-hidden className="flex items-center gap-2 text-xs text-muted">
      <span className="number shrink-0">{input ? format.shape(input) : ''}</span>
      <div className="flex min-w-0 flex-1 items-center gap-px" style={{ height: TALLEST }}>
        {layers.map(({ index, parameters }, position) => (
          <span
            key={index}
            className={`min-w-px flex-1 rounded-xs ${parameters > 0 ? 'bg-accent/80' : 'bg-line-strong/50'}`}
            style={{ height: `${(100 * (sizes[position] ?? 0)) / largest}%` }}
          />
        ))}
      </div>
      <span className="number shrink-0">{output ? format.shape(output) : ''}</span>
    </div>
  );
}

const product = (shape: readonly number[]) => shape.reduce((size, axis) => size * axis, 1);
