import type { DecodedImage } from './DecodedImage.ts';

/** The image upright, as its Exif orientation asks for; 5 to 8 exchange width and height. */
export function orientImage(image: DecodedImage, orientation: number): DecodedImage {
  if (orientation <= 1 || orientation > 8) return image;
  const { width, height } = image;
  const isTurned = orientation >= 5;
  const [outWidth, outHeight] = isTurned ? [height, width] : [width, height];
  const from = new Uint32Array(image.rgba.slice().buffer);
  const to = new Uint32Array(outWidth * outHeight);
  const flipsX = [2, 3, 7, 8].includes(orientation);
  const flipsY = [3, 4, 6, 7].includes(orientation);
  for (let y = 0; y < outHeight; y++) {
    for (let x = 0; x < outWidth; x++) {
      const [u, v] = isTurned ? [y, x] : [x, y];
      const column = flipsX ? width - 1 - u : u;
      const row = flipsY ? height - 1 - v : v;
      to[y * outWidth + x] = from[row * width + column];
    }
  }
  return { width: outWidth, height: outHeight, rgba: new Uint8Array(to.buffer) };
}
