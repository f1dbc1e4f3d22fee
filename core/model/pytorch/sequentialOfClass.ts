/**
 * The one `nn.Sequential(...)` of a class, with everything around it blanked out: lines and columns
 * stay what they are.
 *
 * A class may do anything with its layers, and nothing of it is run. So each line around the
 * Sequential must be one that changes no number: it names the class, its methods, or calls the
 * Sequential alone. Any other line is refused with its place, never skipped.
 */
import { quote, textError } from './textError.ts';

const blank = (text: string) => text.replace(/[^\n]/g, ' ');

const name = '[A-Za-z_]\\w*';
const isCall = new RegExp(`^(?:${name} ?=|return) ?self\\.${name}\\(${name}\\)$`);
const harmless = [
  '',
  'import [^;]*',
  'from [^;]*',
  `class ${name} ?\\((?:(?:torch\\.)?nn\\.)?Module\\) ?:`,
  `def (?:__init__|forward) ?\\([\\w.,:= \\[\\]]*\\)(?: ?-> ?[\\w.]+)? ?:`,
  `super ?\\([\\w, ]*\\)\\.__init__\\(\\)`,
  `(?:self\\.)?${name} ?=`,
  `return ${name}`,
  `${name} ?= ?${name}\\(\\)`,
  `print ?\\(${name}\\)`,
  'pass',
].map((pattern) => new RegExp(`^${pattern}$`));

/**
 * Null for a text that is no class with a Sequential.
 *
 * Throws StudioError `invalid-model` with line and column, for a second Sequential or call of it, and
 * for a line that may do more.
 */
export function sequentialOfClass(text: string): string | null {
  const code = withoutTexts(text);
  if (!/^class\b/m.test(code)) return null;
  const start = /\b(?:(?:torch\.)?nn\.)?Sequential\(/.exec(code)?.index;
  if (start === undefined) return null;
  const end = endOfCall(code, start);
  const around = code.slice(0, start) + blank(code.slice(start, end)) + code.slice(end);
  let calls = 0;
  for (const [index, line] of around.split('\n').entries()) {
    const statement = line.trim().replace(/\s+/g, ' ');
    if (isCall.test(statement)) calls += 1;
    const isFirstCall = calls === 1 && isCall.test(statement);
    if (isFirstCall || harmless.some((pattern) => pattern.test(statement))) continue;
    throw textError(
      { line: index + 1, column: line.length - line.trimStart().length + 1 },
      `A class is read where it only calls its one nn.Sequential, once. Received ${quote(statement)}.`,
      'Paste nn.Sequential(...) alone, with all layers in it.',
    );
  }
  return blank(text.slice(0, start)) + text.slice(start, end) + blank(text.slice(end));
}

/** Where the bracket is closed that opens behind `start`; the end of the text where it is not. */
function endOfCall(code: string, start: number): number {
  let depth = 0;
  for (let at = code.indexOf('(', start); at < code.length; at += 1) {
    if (code[at] === '(') depth += 1;
    else if (code[at] === ')') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return code.length;
}

/** Strings and comments blanked out, in one pass. */
function withoutTexts(text: string): string {
  const parts: string[] = [];
  for (let at = 0; at < text.length; ) {
    const length = lengthOfText(text, at);
    const next = length > 0 ? at + length : nextText(text, at);
    parts.push(length > 0 ? blank(text.slice(at, next)) : text.slice(at, next));
    at = next;
  }
  return parts.join('');
}

function nextText(text: string, at: number): number {
  let next = at;
  while (next < text.length && !'#"\''.includes(text[next])) next += 1;
  return next;
}

/** Of the string or comment that begins there; 0 where none does. */
function lengthOfText(text: string, at: number): number {
  const quoteMark = text[at];
  if (quoteMark === '#') return endOr(text.indexOf('\n', at), text) - at;
  if (quoteMark !== '"' && quoteMark !== "'") return 0;
  const triple = quoteMark.repeat(3);
  if (text.startsWith(triple, at)) return endOr(text.indexOf(triple, at + 3), text, 3) - at;
  let end = at + 1;
  while (end < text.length && text[end] !== quoteMark && text[end] !== '\n') {
    end += text[end] === '\\' ? 2 : 1;
  }
  return Math.min(end + (text[end] === quoteMark ? 1 : 0), text.length) - at;
}

const endOr = (found: number, text: string, behind = 0) =>
  found < 0 ? text.length : found + behind;
