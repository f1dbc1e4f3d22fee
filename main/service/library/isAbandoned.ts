/**
 * Whether an import's folder is one that nobody works on any more.
 *
 * The process id in its name is not enough: where a home is shared, a service on another machine or in
 * another container has an id that says nothing here. It writes, though: an import that stays silent
 * is ended long before its folder has rested for so long.
 */
const RESTING_MILLISECONDS = 10 * 60_000;

export interface ImportFolder {
  readonly isOwnerAlive: boolean;
  /** When the newest of its files was written; as `now`, in milliseconds since 1970. */
  readonly touchedAt: number;
}

export function isAbandoned({ isOwnerAlive, touchedAt }: ImportFolder, now: number): boolean {
  return !isOwnerAlive && now - touchedAt >= RESTING_MILLISECONDS;
}
