import { StudioError } from '../../core/contract/StudioError.ts';

/** `--epoch` as a part of a request; nothing when it was left out. */
export function parseEpoch(text: string | undefined): { readonly epoch?: number } {
  if (text === undefined) return {};
  const epoch = Number(text);
  if (Number.isInteger(epoch) && epoch > 0) return { epoch };
  throw new StudioError(
    'invalid-request',
    `An epoch must be an integer of at least 1. Received ${text}.`,
    { where: '--epoch' },
  );
}
