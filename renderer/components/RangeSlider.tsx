/**
 * Numbers between two bounds, a thumb for each, that are found by looking at what they do: one, or
 * the two ends of an interval. A thumb that passes the other one takes its place.
 */
import { Slider as Radix } from 'radix-ui';
import { movedValues } from './movedValues.ts';
import { sliderScale } from './sliderScale.ts';

interface RangeSliderProps {
  /** One for each thumb. */
  readonly labels: readonly string[];
  readonly values: readonly number[];
  readonly minimum: number;
  readonly maximum: number;
  readonly integer: boolean;
  readonly step?: number | undefined;
  /** In rising order. */
  readonly onChange: (values: number[]) => void;
}

export function RangeSlider(props: RangeSliderProps) {
  const { labels, values, onChange } = props;
  const { min, max, step, positionOf, valueAt } = sliderScale(props);
  const positions = values.map(positionOf);
  return (
    <Radix.Root
      value={positions}
      min={min}
      max={max}
      step={step}
      onValueChange={(next) => onChange(movedValues(values, positions, next, valueAt))}
      className="relative mt-1.5 flex h-4 w-full touch-none items-center select-none"
    >
      <Radix.Track className="relative h-1 flex-1 rounded-full bg-sunken">
        <Radix.Range className="absolute h-full rounded-full bg-accent" />
      </Radix.Track>
      {labels.map((label, place) => (
        <Radix.Thumb
          key={label}
          aria-label={label}
          aria-valuetext={String(values[place])}
          className="block size-3.5 rounded-full border border-line-strong bg-raised shadow-sm focus-visible:ring-2 focus-visible:ring-accent/40"
        />
      ))}
    </Radix.Root>
  );
}
