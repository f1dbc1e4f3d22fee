import { RangeSlider } from './RangeSlider.tsx';

interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly integer: boolean;
  readonly step?: number | undefined;
  readonly onChange: (value: number) => void;
}

/** A number between two bounds that is found by looking at what it does. */
export function Slider({ label, value, onChange, ...bounds }: SliderProps) {
  return (
    <RangeSlider
      labels={[label]}
      values={[value]}
      onChange={([next]) => next !== undefined && onChange(next)}
      {...bounds}
    />
  );
}
