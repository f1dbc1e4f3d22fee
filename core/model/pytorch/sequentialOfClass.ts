/**
 * The one `nn.Sequential(...)` of a class, with everything around it blanked out: lines and columns
 * stay what they are.
 *
 * A class may do anything with its layers, and nothing of it is run. So each line around the
 * Sequential must be one that changes no number: it names the class, its methods, or calls the
 * Sequential alone, whose outcome must be what `forward` returns. Any other line is refused with its
 * place, never skipped.
 */
import { quote, type TextPlace, textError } from './textError.ts';

const blank = (text: string) => text.replace(/[^\n]/g, ' ');

const name = '[A-Za-z_]\\w*';

/** What a line stands in. */
type Scope = 'module' | 'class' | '__init__' | 'forward';

const classHead = new RegExp(`^class ${name} ?\\((?:(?:torch\\.)?nn\\.)?Module\\) ?:$`);
const methodHead = /^def (__init__|forward) ?\(([\w.,:= [\]]*)\)(?: ?-> ?[\w.]+)? ?:$/;

const oneOf = (...patterns: readonly string[]) => new RegExp(`^(?:${patterns.join('|')})$`);

const anywhere = ['', 'pass', `print ?\\(${name}\\)`];
const outside = [...anywhere, 'import [^;]*', 'from [^;]*'];
const harmless = {
  module: oneOf(...outside, `${name} ?= ?${name}\\(\\)`),
  class: oneOf(...outside),
  __init__: oneOf(...outside, `super ?\\([\\w, ]*\\)\\.__init__\\(\\)`),
  forward: oneOf(...anywhere),
} satisfies Record<Scope, RegExp>;

interface Line extends TextPlace {
  readonly statement: string;
}

/**
 * Null for a text that is no class with a Sequential.
 *
 * Throws StudioError `invalid-model` with line and column, for a second class, Sequential or call of
 * it, for a `forward` that returns anything else, and for a line that may do more.
 */
export function sequentialOfClass(text: string): string | null {
  const code = withoutTexts(text);
  if (!/^class\b/m.test(code)) return null;
  const start = /\b(?:(?:torch\.)?nn\.)?Sequential\(/.exec(code)?.index;
  if (start === undefined) return null;
  const end = endOfCall(code, start);
  // Whoever reads it says where the bracket is missing.
  if (end === null) return blank(text.slice(0, start)) + text.slice(start);
  const around = code.slice(0, start) + blank(code.slice(start, end)) + code.slice(end);
  const refused = refusedLine(linesOf(around), code.slice(0, start).split('\n').length);
  if (refused) {
    throw textError(
      refused,
      `A class is read where it only calls its one nn.Sequential, once. Received ${quote(refused.statement)}.`,
      'Paste nn.Sequential(...) alone, with all layers in it.',
    );
  }
  return blank(text.slice(0, start)) + text.slice(start, end) + blank(text.slice(end));
}

const linesOf = (code: string): Line[] =>
  code.split('\n').map((line, index) => ({
    line: index + 1,
    column: line.length - line.trimStart().length + 1,
    statement: line.trim().replace(/\s+/g, ' '),
  }));

/** The first that may do more than call the Sequential, which is made in the line `made`. */
function refusedLine(lines: readonly Line[], made: number): Line | null {
  const heads = new Map<Scope, Line>();
  const inForward: Line[] = [];
  let scope: Scope = 'module';
  for (const one of lines) {
    const { statement, line, column } = one;
    if (column === 1 && statement !== '') scope = 'module';
    const head = headOf(statement);
    if (head) {
      if (heads.has(head) || (head === 'class') !== (column === 1)) return one;
      heads.set(head, one);
      scope = head;
    } else if (line === made) {
      if (scope !== '__init__' || nameOf(one) === null) return one;
    } else if (!harmless[scope].test(statement)) {
      if (scope !== 'forward') return one;
      inForward.push(one);
    }
  }
  const forward = heads.get('forward') ?? heads.get('class');
  const layer = lines.filter(({ line }) => line === made).map(nameOf)[0];
  return forward && layer ? refusedOfForward(forward, inForward, layer) : (lines[made - 1] ?? null);
}

/** All that counts in `forward` is one call, and a `return` of what came of it. */
function refusedOfForward(
  head: Line,
  [first, second, third]: readonly Line[],
  layer: string,
): Line | null {
  if (!first) return head;
  const isCall = new RegExp(`^(?:(${name}) ?= ?|return )self\\.(${name})\\((${name})\\)$`);
  const [, given, called, input] = isCall.exec(first.statement) ?? [];
  if (called !== layer || !inputsOf(head).includes(input ?? '')) return first;
  if (given === undefined) return second ?? null;
  if (!second) return first;
  return second.statement === `return ${given}` ? (third ?? null) : second;
}

function headOf(statement: string): Scope | null {
  if (classHead.test(statement)) return 'class';
  const method = methodHead.exec(statement)?.[1];
  return method === '__init__' || method === 'forward' ? method : null;
}

/** `net` of `self.net =`. */
const nameOf = ({ statement }: Line) =>
  new RegExp(`^self\\.(${name}) ?=$`).exec(statement)?.[1] ?? null;

/** `x` of `def forward(self, x: torch.Tensor):`. */
function inputsOf({ statement }: Line): string[] {
  const [, , parameters = ''] = methodHead.exec(statement) ?? [];
  const names = parameters.split(',').map((one) => one.split(/[:=]/)[0]?.trim() ?? '');
  return names.slice(1);
}

/** Where the bracket is closed that opens behind `start`; null where it is not. */
function endOfCall(code: string, start: number): number | null {
  let depth = 0;
  for (let at = code.indexOf('(', start); at < code.length; at += 1) {
    if (code[at] === '(') depth += 1;
    else if (code[at] === ')') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return null;
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
