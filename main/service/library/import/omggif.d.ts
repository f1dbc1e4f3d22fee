/** The part of omggif that is used; the package brings no types. */
declare module 'omggif' {
  export class GifReader {
    constructor(bytes: Uint8Array);
    readonly width: number;
    readonly height: number;
    numFrames(): number;
    /** Throws Error for damaged data. */
    decodeAndBlitFrameRGBA(frame: number, pixels: Uint8Array): void;
  }
}
