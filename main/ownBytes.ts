/**
 * Gives every Uint8Array in a message a buffer of its own, in place.
 *
 * Node's "advanced" serialization hands a message's arrays out as views of one buffer, the whole
 * message. Whoever clones such a view clones that buffer, and the page's bridge clones each array
 * by itself: seventeen pictures of 48 KiB cost seventeen times all of them.
 */
export function ownBytes(message: unknown): unknown {
  if (message instanceof Uint8Array) return message.slice();
  if (typeof message !== 'object' || message === null) return message;
  const holder = message as Record<string, unknown>;
  for (const key of Object.keys(holder)) {
    const value = holder[key];
    if (typeof value === 'object' && value !== null) holder[key] = ownBytes(value);
  }
  return message;
}
