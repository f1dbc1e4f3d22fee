import { Slider } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import type { SplitSpec } from '../../../../core/contract/ExperimentSpec.ts';
import { useFormat } from '../../../format/useFormat.ts';
import { useCheck } from '../../../state/check.ts';
import { useExperiment } from '../../../state/experiment.ts';
import { useInspection } from '../../../state/inspection.ts';
import { fromBorders, toBorders } from './splitShares.ts';

interface SplitBarProps {
  readonly split: SplitSpec;
  /** The share of all samples that the files name as the test part; 0 when none. */
  readonly givenTestShare: number;
}

const fills = {
  train: 'bg-train text-on-train',
  validation: 'bg-validation text-on-validation',
  test: 'bg-test text-on-test',
} as const;

const part = 'flex h-full items-center overflow-hidden text-xs font-semibold whitespace-nowrap';
const WHOLE = 100;

/**
 * All samples as one bar in the three hues; its borders are dragged, or moved with the arrow keys.
 */
export function SplitBar({ split, givenTestShare }: SplitBarProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const change = useExperiment((state) => state.change);
  const inspect = useInspection((state) => state.inspect);
  const counts = useCheck(({ report }) => report?.splits);
  const hasGivenTest = givenTestShare > 0;
  const borders = toBorders(split, hasGivenTest);
  const [trainEnd = 0, end = 100] = borders;
  const parts = [
    { name: 'train', size: trainEnd },
    { name: 'validation', size: end - trainEnd },
    { name: 'test', size: 100 - end },
  ] as const;
  // A given test part cannot be dragged: it stands beside the bar, and the bar is all others.
  const dragged = hasGivenTest ? parts.slice(0, 2) : parts;
  return (
    <div className="flex items-center gap-0.5">
      <Slider.Root
        value={borders}
        min={0}
        max={100}
        step={1}
        minStepsBetweenThumbs={1}
        onValueChange={(next) =>
          change((draft) => {
            draft.spec.split = fromBorders(next, draft.spec.split);
          }, 'split')
        }
        onFocus={() => inspect({ kind: 'help', topic: 'split' })}
        className="relative flex h-8 min-w-0 flex-1 touch-none items-center"
      >
        <Slider.Track className="relative flex h-7 w-full gap-0.5 overflow-hidden rounded-lg">
          {dragged.map(({ name, size }) => (
            <span key={name} className={`${part} ${fills[name]}`} style={{ width: `${size}%` }}>
              {size >= 8 ? <span className="pl-3">{format.integer(counts?.[name])}</span> : null}
            </span>
          ))}
        </Slider.Track>
        {borders.map((_, index) => (
          <Slider.Thumb
            // biome-ignore lint/suspicious/noArrayIndexKey: the borders have no identity but their order.
            key={index}
            aria-label={t(index === 0 ? 'split.trainBorder' : 'split.validationBorder')}
            className="block h-8 w-2 rounded-full border border-line-strong bg-raised shadow-sm transition-transform hover:scale-x-125"
          />
        ))}
      </Slider.Root>
      {hasGivenTest ? (
        <span
          className={`${part} h-7 shrink-0 justify-center rounded-r-lg ${fills.test}`}
          style={{ width: `${givenTestShare * WHOLE}%` }}
        >
          {givenTestShare * WHOLE >= 8 ? format.integer(counts?.test) : null}
        </span>
      ) : null}
    </div>
  );
}
