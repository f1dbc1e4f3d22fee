/**
 * Whether a text is meant as a network, right or wrong: PyTorch's text, a layer of one of the `types`,
 * or layers as JSON.
 */
export function isNetworkText(text: string, types: readonly string[]): boolean {
  if (/\bnn\s*\.\s*\w+\s*\(/.test(text)) return true;
  if (/\bSequential\s*\(/.test(text)) return !isKeras(text);
  if (/^\s*[[{][\s\S]*"(?:type|layers|descent-layers)"/.test(text)) return true;
  const [, name] = /^[\s[(]*([A-Za-z]\w*)\s*\(/.exec(text) ?? [];
  return name !== undefined && types.includes(name);
}

/** Keras has a Sequential, too. */
export function isKeras(text: string): boolean {
  return /\b(?:keras|layers)\s*\.\s*\w|\bmodel\s*\.\s*add\s*\(|\bDense\s*\(/.test(text);
}
