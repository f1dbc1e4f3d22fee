/** A picture as its decoder gives it: 8 bits, red, green, blue and opacity of each pixel. */
export interface DecodedImage {
  readonly width: number;
  readonly height: number;
  /** [height, width, 4]. */
  readonly rgba: Uint8Array;
}
