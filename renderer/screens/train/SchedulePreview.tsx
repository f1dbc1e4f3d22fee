/** The learning rate over the run to come, as the service computes it for the checked document. */
import { useTranslation } from 'react-i18next';
import type { SchedulePreview as Preview } from '../../../core/contract/SchedulePreview.ts';
import { useRequest } from '../../components/useRequest.ts';
import { useFormat } from '../../format/useFormat.ts';
import { useCheck } from '../../state/check.ts';

const WIDTH = 240;
const HEIGHT = 48;

export function SchedulePreview() {
  const { t } = useTranslation();
  const format = useFormat();
  const spec = useCheck((state) => state.spec);
  const canAsk = spec !== null && spec.model.layers.length > 0;
  const { result, error } = useRequest('experiments.schedule', canAsk ? { spec } : null);
  // What is wrong is said at its field.
  if (error || result?.points.length === 0) return null;
  const from = format.rate(result?.points[0]?.learningRate);
  const to = format.rate(result?.points.at(-1)?.learningRate);
  return (
    <figure data-testid="schedule-preview" className="rounded-lg bg-sunken px-3 pt-2.5 pb-2">
      <svg
        role="img"
        aria-label={t('train.schedulePreview', { from, to })}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="block h-12 w-full overflow-visible"
      >
        {result ? (
          <polyline
            points={outline(result)}
            fill="none"
            stroke="var(--series-3)"
            strokeWidth="1.5"
            vectorEffect="non-scaling-stroke"
          />
        ) : null}
      </svg>
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

/** From 0 at the bottom to the largest learning rate at the top. */
function outline({ points, iterations }: Preview): string {
  const largest = Math.max(...points.map(({ learningRate }) => learningRate));
  return points
    .map(({ iteration, learningRate }) => {
      const x = ((iteration - 1) / Math.max(1, iterations - 1)) * WIDTH;
      const y = HEIGHT * (1 - learningRate / largest);
      return `${x.toFixed(2)},${y.toFixed(2)}`;
    })
    .join(' ');
}
