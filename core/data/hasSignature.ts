/** First bytes of a kind of file. Letters stand for themselves, a dot for any byte. */
export type Signature = string;

export function hasSignature(bytes: Uint8Array, signature: Signature): boolean {
  return [...signature].every(
    (letter, at) => at < bytes.length && (letter === '.' || bytes[at] === letter.charCodeAt(0)),
  );
}
