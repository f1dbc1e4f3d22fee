/** The form in which equal tokens are equal: composed (NFC), without what nobody sees. */
const IGNORABLE = /\p{Cf}/gu;
const SYMBOL = /[\p{So}\p{Cn}\p{Co}]/u;
/** Latin letters and Hangul syllables are composed already, and have nothing unseen among them. */
const SIMPLE = /^[\u0020-\u00ac\u00ae-\u02ff\uac00-\ud7a3]*$/;

/** Joiners inside an emoji are kept: they say who stands beside whom. */
export function normalizeToken(text: string, lowercase: boolean): string {
  const composed = SIMPLE.test(text) ? text : compose(text);
  return lowercase ? composed.toLowerCase() : composed;
}

function compose(text: string): string {
  return (SYMBOL.test(text) ? text : text.replace(IGNORABLE, '')).normalize('NFC');
}
