import { StudioError } from '../../../core/contract/StudioError.ts';
import { sha256 } from './sha256.ts';

/**
 * The bytes of a row; throws StudioError `storage` with this message where they are not those that
 * were stored.
 */
export function checkedBlob(
  path: string,
  row: { readonly sha256: string; readonly data: Uint8Array },
  damage: string,
): Uint8Array {
  if (sha256(row.data) === row.sha256) return row.data;
  throw new StudioError('storage', damage, {
    where: path,
    hint: 'The disk may be failing. Go on from another checkpoint, or train the experiment again.',
  });
}
