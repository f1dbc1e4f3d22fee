/**
 * A map of the plane: (x, y) → (xx·x + xy·y + x0, yx·x + yy·y + y0).
 *
 * Places are pixel centres, x to the right and y down, (0, 0) the first pixel. A map goes from the
 * result back to the image, since that is the way in which pixels are looked up.
 */
import type { ImageSize } from './ImageAugmentation.ts';

export interface Affine {
  readonly xx: number;
  readonly xy: number;
  readonly x0: number;
  readonly yx: number;
  readonly yy: number;
  readonly y0: number;
}

/** Looks `outer` up in what `inner` made: inner is applied to the image first. */
export function compose(inner: Affine, outer: Affine): Affine {
  return {
    xx: inner.xx * outer.xx + inner.xy * outer.yx,
    xy: inner.xx * outer.xy + inner.xy * outer.yy,
    x0: inner.xx * outer.x0 + inner.xy * outer.y0 + inner.x0,
    yx: inner.yx * outer.xx + inner.yy * outer.yx,
    yy: inner.yx * outer.xy + inner.yy * outer.yy,
    y0: inner.yx * outer.x0 + inner.yy * outer.y0 + inner.y0,
  };
}

/** The linear map that leaves the centre of the image where it is. */
export function aboutCenter(
  { height, width }: ImageSize,
  xx: number,
  xy: number,
  yx: number,
  yy: number,
): Affine {
  const x = (width - 1) / 2;
  const y = (height - 1) / 2;
  return { xx, xy, x0: x - xx * x - xy * y, yx, yy, y0: y - yx * x - yy * y };
}

/** Moves the picture by (right, down) pixels. */
export function translation(right: number, down: number): Affine {
  return { xx: 1, xy: 0, x0: -right, yx: 0, yy: 1, y0: -down };
}
