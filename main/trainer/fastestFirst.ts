/** How devices are chosen: by what each did of the experiment itself, and by nothing else. */
export function fastestFirst<Tried extends { readonly iterationsPerSecond: number }>(
  tried: readonly Tried[],
): readonly Tried[] {
  return [...tried].sort((a, b) => b.iterationsPerSecond - a.iterationsPerSecond);
}
