/** The learning rate over the run to come, as the service computes it for the checked document. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExperimentSpec } from '../../core/contract/ExperimentSpec.ts';
import type { SchedulePreview as Preview } from '../../core/contract/SchedulePreview.ts';
import { useLatest } from '../components/useLatest.ts';
import { useFormat } from '../format/useFormat.ts';
import { useCheck } from '../state/check.ts';
import { ScheduleHandles } from './ScheduleHandles.tsx';

const WIDTH = 240;
const HEIGHT = 72;

export function SchedulePreview() {
  const spec = useCheck((state) => state.spec);
  return spec && spec.model.layers.length > 0 ? <Curve spec={spec} /> : null;
}

function Curve({ spec }: { readonly spec: ExperimentSpec }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { result, error } = useLatest('experiments.schedule', { spec });
  // Kept while a handle is held: a curve that is scaled anew would flee from the pointer.
  const [held, setHeld] = useState<number | null>(null);
  // What is wrong is said at its field.
  if (error || result?.points.length === 0) return null;
  const largest = held ?? largestRate(result);
  const from = format.rate(result?.points[0]?.learningRate);
  const to = format.rate(result?.points.at(-1)?.learningRate);
  return (
    <figure data-testid="schedule-preview" className="rounded-lg bg-sunken px-3 pt-2.5 pb-2">
      <div className="relative mx-1.5 mt-1.5">
        <svg
          role="img"
          aria-label={t('train.schedulePreview', { from, to })}
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          className="block h-18 w-full overflow-visible"
        >
          {result ? (
            <polyline
              points={outline(result, largest)}
              fill="none"
              stroke="var(--series-3)"
              strokeWidth="1.5"
              vectorEffect="non-scaling-stroke"
            />
          ) : null}
        </svg>
        {result ? (
          <ScheduleHandles
            preview={result}
            largest={largest}
            onDrag={(isDragging) => setHeld(isDragging ? largestRate(result) : null)}
          />
        ) : null}
      </div>
      <figcaption className="mt-1.5 flex items-baseline justify-between gap-2 text-xs">
        <span className="number">{from}</span>
        <span className="caption truncate">
          {t('train.overIterations', { shown: format.integer(result?.iterations) })}
        </span>
        <span className="number">{to}</span>
      </figcaption>
      {result?.reactsToValidation ? (
        <p className="caption mt-1">{t('train.scheduleReacts')}</p>
      ) : null}
    </figure>
  );
}

const largestRate = (preview: Preview | null) =>
  Math.max(...(preview?.points ?? []).map(({ learningRate }) => learningRate));

/** From 0 at the bottom to the largest learning rate at the top. */
function outline({ points, iterations }: Preview, largest: number): string {
  return points
    .map(({ iteration, learningRate }) => {
      const x = ((iteration - 1) / Math.max(1, iterations - 1)) * WIDTH;
      const y = HEIGHT * (1 - learningRate / largest);
      return `${x.toFixed(2)},${y.toFixed(2)}`;
    })
    .join(' ');
}
