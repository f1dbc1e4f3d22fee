/**
 * The files and folders a person has pointed at in this session, by a dialog or by dropping them.
 *
 * The page may name any path in a request; only a granted one reaches the service. So a page that
 * has been taken over can read and write nothing that the person did not choose.
 */
export interface PathGrants {
  allowRead(path: string): void;
  allowWrite(path: string): void;
  mayRead(path: string): boolean;
  mayWrite(path: string): boolean;
}

export function pathGrants(): PathGrants {
  const readable = new Set<string>();
  const writable = new Set<string>();
  return {
    allowRead: (path) => void readable.add(path),
    allowWrite: (path) => void writable.add(path),
    mayRead: (path) => readable.has(path),
    mayWrite: (path) => writable.has(path),
  };
}
