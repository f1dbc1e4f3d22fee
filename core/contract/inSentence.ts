/**
 * The English of a `LocalizedText` as it stands behind other words: `Output features` begins small,
 * an abbreviation keeps its capitals.
 */
export function inSentence(english: string): string {
  return /^[A-Z][a-z]/.test(english) ? english.charAt(0).toLowerCase() + english.slice(1) : english;
}
