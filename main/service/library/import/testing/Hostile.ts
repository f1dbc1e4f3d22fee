/** A file that must be refused, and the sentence that says why. */
import type { ImportChoices } from '../../../../../core/contract/ImportOptions.ts';

export interface Hostile {
  readonly what: string;
  /** A file's name, or `folder`. */
  readonly name: string;
  readonly make: () => string | Uint8Array | Readonly<Record<string, string | Uint8Array>>;
  readonly message: string | RegExp;
  readonly where?: string;
  readonly choices?: ImportChoices;
}

export function hostile(
  what: string,
  name: string,
  make: Hostile['make'],
  message: string | RegExp,
  where?: string,
  choices?: ImportChoices,
): Hostile {
  return {
    what,
    name,
    make,
    message,
    ...(where !== undefined && { where }),
    ...(choices && { choices }),
  };
}
