/** The images of a folder or an archive, in one order whatever the disk's. */
export interface ImageFile {
  /** Relative, with slashes. */
  readonly path: string;
  readonly label: string;
  /** As folders above the classes say; null where none does. */
  readonly split: 0 | 1 | 2 | null;
}

export interface ImageFiles {
  readonly files: readonly ImageFile[];
  readonly bytes: number;
  readonly warnings: readonly string[];
  read(index: number): Promise<Uint8Array>;
  close(): Promise<void>;
}
