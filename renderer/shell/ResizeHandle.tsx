import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { cn } from '../components/cn.ts';

interface ResizeHandleProps {
  readonly label: string;
  /** Of the pane on the right, in pixels. */
  readonly width: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly onResize: (width: number) => void;
}

const KEY_STEP = 16;

/**
 * The line between the work and the pane on its right: dragged, or moved with the arrow keys. It
 * reads no sizes from the page, so that a screen with it is laid out once, when it is drawn.
 */
export function ResizeHandle({ label, width, minimum, maximum, onResize }: ResizeHandleProps) {
  const [grip, setGrip] = useState<number | null>(null);
  const resize = (wanted: number) => onResize(Math.min(maximum, Math.max(minimum, wanted)));
  const hold = (event: PointerEvent<HTMLHRElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    setGrip(event.clientX + width);
  };
  const onKey = (event: KeyboardEvent) => {
    const wanted = {
      ArrowLeft: width + KEY_STEP,
      ArrowRight: width - KEY_STEP,
      Home: maximum,
      End: minimum,
    }[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    resize(wanted);
  };
  return (
    <hr
      tabIndex={0}
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={minimum}
      aria-valuemax={maximum}
      onPointerDown={hold}
      onPointerMove={(event) => grip !== null && resize(grip - event.clientX)}
      onLostPointerCapture={() => setGrip(null)}
      onKeyDown={onKey}
      className={cn(
        "relative z-10 h-full w-px shrink-0 cursor-col-resize touch-none border-0 bg-line transition-colors before:absolute before:inset-y-0 before:-inset-x-1 before:content-[''] hover:bg-accent",
        grip !== null && 'bg-accent',
      )}
    />
  );
}
