/** A path in a document as people write it: `layers[2].options.p`, `weights["0.weight"].shape`. */
export function formatPath(path: readonly PropertyKey[]): string | null {
  const text = path.map((key) => {
    if (typeof key === 'number') return `[${key}]`;
    return /^[A-Za-z_]\w*$/.test(String(key))
      ? `.${String(key)}`
      : `[${JSON.stringify(String(key))}]`;
  });
  return text.join('').replace(/^\./, '') || null;
}
