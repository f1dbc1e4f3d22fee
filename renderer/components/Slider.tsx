import { Slider as Radix } from 'radix-ui';

interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly integer: boolean;
  readonly onChange: (value: number) => void;
}

/** Steps of a slider that goes over fractions. */
const STEPS = 200;

/** A number between two bounds that is found by looking at what it does. */
export function Slider({ label, value, minimum, maximum, integer, onChange }: SliderProps) {
  const step = integer ? 1 : niceStep((maximum - minimum) / STEPS);
  return (
    <Radix.Root
      value={[value]}
      min={minimum}
      max={maximum}
      step={step}
      onValueChange={([next]) => next !== undefined && onChange(Number(next.toPrecision(12)))}
      className="relative mt-1.5 flex h-4 w-full touch-none items-center select-none"
    >
      <Radix.Track className="relative h-1 flex-1 rounded-full bg-sunken">
        <Radix.Range className="absolute h-full rounded-full bg-accent" />
      </Radix.Track>
      <Radix.Thumb
        aria-label={label}
        className="block size-3.5 rounded-full border border-line-strong bg-raised shadow-sm focus-visible:ring-2 focus-visible:ring-accent/40"
      />
    </Radix.Root>
  );
}

/** 1, 2 or 5 times a power of ten, so that values read well. */
function niceStep(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size));
  const factor = [1, 2, 5, 10].find((one) => one * power >= size) ?? 10;
  return Number((factor * power).toPrecision(6));
}
