/** Values in rows, the last one filled up. */
export interface StoredTexture {
  readonly texture: object;
  /** Width and height. */
  readonly size: ArrayLike<number>;
}

/** As GPU.js keeps a kernel's result, and takes it for an argument. */
export interface Texture extends StoredTexture {
  readonly constructor: new (settings: object) => Texture;
}
