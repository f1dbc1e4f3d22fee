/**
 * The files and folders a person has pointed at in this session, by a dialog or by dropping them.
 *
 * The page may name any path in a request; only a granted one reaches the service. So a page that
 * has been taken over can read and write nothing that the person did not choose.
 */
import type { ExportFormat } from '../core/contract/StudioApi.ts';

export interface PathGrants {
  allowRead(path: string): void;
  /** For one format: what was chosen as a file's name does not become a folder. */
  allowWrite(path: string, format: ExportFormat): void;
  mayRead(path: string): boolean;
  mayWrite(path: string, format: ExportFormat): boolean;
}

export function pathGrants(): PathGrants {
  const readable = new Set<string>();
  const writable = new Map<string, ExportFormat>();
  return {
    allowRead: (path) => void readable.add(path),
    allowWrite: (path, format) => void writable.set(path, format),
    mayRead: (path) => readable.has(path),
    mayWrite: (path, format) => writable.get(path) === format,
  };
}
