import { strToU8 } from 'fflate';
import type { SampleEdit } from '../../contract/SampleEdit.ts';
import { sha256 } from '../sha256.ts';

/**
 * What identifies a dataset with its edits: sha256 over the hash of what was imported and the edits.
 * Without any it is that hash itself.
 *
 * @param edits As canonicalEdits gives them.
 */
export function editedHash(importedHash: string, edits: readonly SampleEdit[]): string {
  if (edits.length === 0) return importedHash;
  const entries = edits.map(({ index, isExcluded, target }) => [index, Number(isExcluded), target]);
  return sha256(strToU8(JSON.stringify(['descent-edits', importedHash, entries])));
}
