/**
 * A sheet to draw on with a mouse, a pen or a finger.
 *
 * Lines are kept as points on a sheet of side 1, not as pixels: the service draws them anew, as finely
 * as the model needs, and the sheet is as sharp as the screen.
 */
import { type PointerEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Drawing } from '../../../../core/contract/ImageSource.ts';
import { cn } from '../../../components/cn.ts';
import { useTheme } from '../../../state/useTheme.ts';
import { paintStrokes } from './paintStrokes.ts';
import { type Stroke, withPoint } from './withPoint.ts';

interface DrawingPadProps {
  readonly strokes: Drawing['strokes'];
  readonly thickness: number;
  readonly onChange: (strokes: Drawing['strokes']) => void;
  readonly className?: string;
}

export function DrawingPad({ strokes, thickness, onChange, className }: DrawingPadProps) {
  const { t } = useTranslation();
  const theme = useTheme();
  const canvas = useRef<HTMLCanvasElement>(null);
  /** The line in hand, and those before it. */
  const drawing = useRef<{ before: Drawing['strokes']; line: Stroke } | null>(null);

  useEffect(() => {
    const { current } = canvas;
    if (current)
      paintStrokes(current, strokes, thickness, theme === 'dark' ? '#ececec' : '#1c1c1c');
  }, [strokes, thickness, theme]);

  const pointsOf = (event: PointerEvent<HTMLCanvasElement>): Stroke => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    const moves = event.nativeEvent.getCoalescedEvents();
    return (moves.length > 0 ? moves : [event.nativeEvent]).map(({ clientX, clientY }) => [
      (clientX - left) / width,
      (clientY - top) / height,
    ]);
  };
  const draw = (event: PointerEvent<HTMLCanvasElement>) => {
    const hand = drawing.current;
    if (!hand) return;
    hand.line = pointsOf(event).reduce(withPoint, hand.line);
    onChange([...hand.before, hand.line]);
  };
  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drawing.current = { before: strokes, line: [] };
    draw(event);
  };
  const end = () => {
    drawing.current = null;
  };

  return (
    <div className={cn('relative', className)}>
      <canvas
        ref={canvas}
        role="img"
        aria-label={t('tryIt.draw')}
        data-testid="drawing-pad"
        onPointerDown={begin}
        onPointerMove={draw}
        onPointerUp={end}
        onPointerCancel={end}
        className="size-full cursor-crosshair touch-none rounded-lg border border-line bg-raised"
      />
      {strokes.length === 0 ? (
        <p className="pointer-events-none absolute inset-0 flex items-center justify-center p-6 text-center text-sm text-faint">
          {t('tryIt.drawHere')}
        </p>
      ) : null}
    </div>
  );
}
