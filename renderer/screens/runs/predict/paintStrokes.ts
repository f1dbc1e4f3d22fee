import type { Drawing } from '../../../../core/contract/ImageSource.ts';

/** Round lines through the points, smooth where a hand was quick; a point alone is a dot. */
export function paintStrokes(
  canvas: HTMLCanvasElement,
  strokes: Drawing['strokes'],
  thickness: number,
  ink: string,
): void {
  const side = Math.round(canvas.clientWidth * window.devicePixelRatio);
  if (side === 0) return;
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext('2d');
  if (!context) return;
  context.strokeStyle = ink;
  context.lineWidth = thickness * side;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  for (const stroke of strokes) {
    const [[x, y] = [0, 0], ...rest] = stroke.map(([a, b]) => [a * side, b * side] as const);
    context.beginPath();
    context.moveTo(x, y);
    let [lastX, lastY] = [x, y];
    for (const [nextX, nextY] of rest) {
      context.quadraticCurveTo(lastX, lastY, (lastX + nextX) / 2, (lastY + nextY) / 2);
      [lastX, lastY] = [nextX, nextY];
    }
    context.lineTo(lastX, lastY);
    context.stroke();
  }
}
