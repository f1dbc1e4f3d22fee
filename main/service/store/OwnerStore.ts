/**
 * Which service process is responsible for which unfinished run, and whether it still lives.
 *
 * A window and a terminal may share a store, so an unfinished run is not a crashed one: only its
 * owner's death counts. A process id may be given again, hence the start time where the system
 * tells it, and a heartbeat elsewhere.
 */
import { randomUUID } from 'node:crypto';
import { isProcessAlive, processStartTime } from './processIdentity.ts';
import type { SqlDatabase } from './SqlDatabase.ts';

export interface OwnerStore {
  /** This service's id, written down on the first call. */
  claim(now: number): string;
  /** To be called now and then while runs are unfinished. */
  beat(now: number): void;
  isAlive(owner: string | null, now: number): boolean;
}

export const HEARTBEAT_MILLISECONDS = 30_000;
/** A sleeping computer must not look dead to a process that wakes a little earlier. */
const SILENT_MILLISECONDS = 10 * HEARTBEAT_MILLISECONDS;

interface OwnerRow {
  readonly id: string;
  readonly pid: number;
  readonly process_started: string | null;
  readonly heartbeat_at: number;
}

export function createOwnerStore(database: SqlDatabase): OwnerStore {
  const own = randomUUID();
  let isClaimed = false;
  return {
    claim: (now) => {
      if (!isClaimed) {
        const started = processStartTime(process.pid);
        database.run('INSERT INTO owners VALUES (?, ?, ?, ?)', own, process.pid, started, now);
        isClaimed = true;
      }
      return own;
    },
    beat: (now) => {
      if (isClaimed) database.run('UPDATE owners SET heartbeat_at = ? WHERE id = ?', now, own);
    },
    isAlive: (owner, now) => {
      const row = database.get('SELECT * FROM owners WHERE id = ?', owner) as OwnerRow | undefined;
      if (!row || !isProcessAlive(row.pid)) return false;
      if (row.process_started !== null) return processStartTime(row.pid) === row.process_started;
      return now - row.heartbeat_at < SILENT_MILLISECONDS;
    },
  };
}
