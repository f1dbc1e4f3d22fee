import type { TextPlace } from './pytorch/textError.ts';

/** What JSON.parse gives, or the place where the text ceases to be JSON. */
export function parseJson(
  text: string,
): { readonly value: unknown } | { readonly fault: TextPlace } {
  try {
    return { value: JSON.parse(text) };
  } catch {
    const lines = text.slice(0, faultOf(text)).split('\n');
    return { fault: { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 } };
  }
}

const token =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON has none of them in its strings
  /[[\]{}:,]|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const blank = /[ \t\r\n]*/y;

type Wanted = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'next' | 'end';

/**
 * The index of the first token that may not stand where it does. The engine's own message names it in
 * some cases only, so the text, known to be at fault, is read again.
 */
function faultOf(text: string): number {
  const open: string[] = [];
  let wanted: Wanted = 'value';
  let at = 0;
  while (true) {
    blank.lastIndex = at;
    at += blank.exec(text)?.[0].length ?? 0;
    token.lastIndex = at;
    const found = token.exec(text)?.[0];
    const following: Wanted | null = found === undefined ? null : after(found, wanted, open);
    if (found === undefined || following === null) return at;
    wanted = following;
    at += found.length;
  }
}

/** What may come behind the token; null where it may not stand. Keeps the open brackets. */
function after(found: string, wanted: Wanted, open: string[]): Wanted | null {
  const closes = found === ']' || found === '}';
  if (closes) {
    const fits =
      wanted === 'next' ||
      (wanted === 'valueOrEnd' && found === ']') ||
      (wanted === 'keyOrEnd' && found === '}');
    if (!fits || open.pop() !== (found === ']' ? '[' : '{')) return null;
    return open.length === 0 ? 'end' : 'next';
  }
  if (wanted === 'colon') return found === ':' ? 'value' : null;
  if (wanted === 'next') {
    if (found !== ',') return null;
    return open.at(-1) === '{' ? 'key' : 'value';
  }
  if (wanted === 'end' || found === ':' || found === ',') return null;
  if (wanted === 'key' || wanted === 'keyOrEnd') return found.startsWith('"') ? 'colon' : null;
  if (found === '[' || found === '{') {
    open.push(found);
    return found === '[' ? 'valueOrEnd' : 'keyOrEnd';
  }
  return open.length === 0 ? 'end' : 'next';
}
