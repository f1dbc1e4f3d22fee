/**
 * Numbers between two bounds, a thumb for each, that are found by looking at what they do: one, or
 * the two ends of an interval, whose thumbs stop at each other.
 */
import { Slider as Radix } from 'radix-ui';
import { type KeyboardEvent, useRef } from 'react';
import { farthestPosition } from './farthestPosition.ts';
import { heldThumbs } from './heldThumbs.ts';
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
  const valuesOf = (next: readonly number[]) => movedValues(values, positions, next, valueAt);
  const thumbs = useRef<(HTMLSpanElement | null)[]>([]);
  /** The thumb that the key or the pointer moves; null until a pointer has moved one. */
  const moving = useRef<0 | 1 | null>(null);
  const change = (next: readonly number[]) => {
    const [low, high] = positions;
    const [nextLow, nextHigh] = next;
    if (
      low === undefined ||
      high === undefined ||
      nextLow === undefined ||
      nextHigh === undefined
    ) {
      onChange(valuesOf(next));
      return;
    }
    const held = heldThumbs([low, high], [nextLow, nextHigh], moving.current);
    moving.current = held.moving;
    // The slider takes a thumb that passes for the other one: the focus tells it which it is.
    thumbs.current[held.moving]?.focus();
    if (held.positions.some((position, place) => position !== positions[place])) {
      onChange(valuesOf(held.positions));
    }
  };
  const press = (event: KeyboardEvent, place: number) => {
    moving.current = place === 0 ? 0 : 1;
    const farthest = farthestPosition(event.key, place, { positions, min, max });
    if (farthest === null) return;
    // Else the slider would answer, too.
    event.preventDefault();
    if (farthest === positions[place]) return;
    onChange(valuesOf(positions.map((position, other) => (other === place ? farthest : position))));
  };
  return (
    <Radix.Root
      value={positions}
      min={min}
      max={max}
      step={step}
      onValueChange={change}
      onPointerDown={() => {
        moving.current = null;
      }}
      className="relative mt-1.5 flex h-4 w-full touch-none items-center select-none"
    >
      <Radix.Track className="relative h-1 flex-1 rounded-full bg-sunken">
        <Radix.Range className="absolute h-full rounded-full bg-accent" />
      </Radix.Track>
      {labels.map((label, place) => (
        <Radix.Thumb
          key={label}
          ref={(thumb) => {
            thumbs.current[place] = thumb;
          }}
          onKeyDown={(event) => press(event, place)}
          aria-label={label}
          aria-valuetext={String(values[place])}
          className="block size-3.5 rounded-full border border-line-strong bg-raised shadow-sm focus-visible:ring-2 focus-visible:ring-accent/40"
        />
      ))}
    </Radix.Root>
  );
}
