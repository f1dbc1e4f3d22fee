/** WebGL2, as far as it is used here: core may not assume a browser's types. */
export interface Device {
  readonly ARRAY_BUFFER: number;
  readonly COLOR_ATTACHMENT0: number;
  readonly FLOAT: number;
  readonly FRAMEBUFFER: number;
  readonly IMPLEMENTATION_COLOR_READ_FORMAT: number;
  readonly IMPLEMENTATION_COLOR_READ_TYPE: number;
  readonly MAX_TEXTURE_SIZE: number;
  readonly NEAREST: number;
  readonly NO_ERROR: number;
  readonly OUT_OF_MEMORY: number;
  readonly PIXEL_PACK_BUFFER: number;
  readonly R32F: number;
  readonly RED: number;
  readonly RGBA: number;
  readonly STATIC_DRAW: number;
  readonly STREAM_READ: number;
  readonly TEXTURE0: number;
  readonly TEXTURE_2D: number;
  readonly TEXTURE_MAG_FILTER: number;
  readonly TEXTURE_MIN_FILTER: number;
  activeTexture(unit: number): void;
  bindBuffer(target: number, buffer: object | null): void;
  bindFramebuffer(target: number, framebuffer: object): void;
  bindTexture(target: number, texture: object): void;
  bufferData(target: number, size: number, use: number): void;
  /** From the framebuffer, at (x, y), to the texture, at (toX, toY). */
  copyTexSubImage2D(
    target: number,
    level: number,
    toX: number,
    toY: number,
    x: number,
    y: number,
    width: number,
    height: number,
  ): void;
  createBuffer(): object;
  createFramebuffer(): object;
  createTexture(): object;
  deleteBuffer(buffer: object): void;
  deleteFramebuffer(framebuffer: object): void;
  deleteTexture(texture: object): void;
  framebufferTexture2D(
    target: number,
    attachment: number,
    textureTarget: number,
    texture: object,
    level: number,
  ): void;
  getBufferSubData(target: number, offset: number, to: Float32Array): void;
  getError(): number;
  getParameter(name: number): unknown;
  isContextLost(): boolean;
  /** Into the buffer that is bound for it, which does not wait for the device. */
  readPixels(
    x: number,
    y: number,
    width: number,
    height: number,
    format: number,
    type: number,
    offset: number,
  ): void;
  texParameteri(target: number, name: number, value: number): void;
  texStorage2D(target: number, levels: number, kind: number, width: number, height: number): void;
  texSubImage2D(
    target: number,
    level: number,
    x: number,
    y: number,
    width: number,
    height: number,
    format: number,
    type: number,
    from: Float32Array,
  ): void;
}
