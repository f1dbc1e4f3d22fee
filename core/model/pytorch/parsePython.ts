/**
 * Tokens as one Python expression of calls and literals, each part with its place.
 *
 * A recursive descent without evaluation: a name that is called stays a name, so text from anywhere
 * can be read. What `print` shows of a module is read as well, which is nearly such an expression:
 * a call whose last arguments are children, `(fc): Linear(...)`, a line each with no comma, and
 * whose words may stand without quotes, `mode=mean`. Nesting is bounded, for the sake of the call
 * stack.
 */
import { quote, type TextPlace, textError } from './textError.ts';
import { type PythonToken, tokenizePython } from './tokenizePython.ts';

export type PythonValue = { readonly place: TextPlace } & (
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'none' }
  | { readonly kind: 'string'; readonly value: string }
  /** A name where a value of that name may be meant: `mode=mean`. */
  | { readonly kind: 'word'; readonly value: string }
  | { readonly kind: 'list'; readonly items: readonly PythonValue[] }
  | PythonCallParts
);

interface PythonCallParts {
  readonly kind: 'call';
  /** `nn.Linear`. */
  readonly name: string;
  readonly arguments: readonly PythonArgument[];
}

export type PythonCall = PythonCallParts & { readonly place: TextPlace };

export interface PythonArgument {
  /** Null for a positional one. */
  readonly name: string | null;
  /** Of a child in printed text, `0` or `fc`; `0-2` of several that are alike. */
  readonly child?: string;
  /** How many children this one stands for; 1 without it. */
  readonly times?: number;
  readonly value: PythonValue;
  readonly place: TextPlace;
}

const MOST_NESTED = 64;

const PASTE_WHAT = 'Paste nn.Sequential(...), or what print(model) shows of it.';

/**
 * The expression of a text such as `net = nn.Sequential(...)`; imports in front of it and the name
 * that it is given are skipped. Several with commas between them are a list.
 *
 * Throws StudioError `invalid-model` with line and column.
 */
export function parsePython(text: string): PythonValue {
  const reader = new TokenReader(tokenizePython(text));
  skipImports(reader);
  skipAssignment(reader);
  const value = parseWhole(reader);
  const rest = reader.peek();
  if (rest.kind !== 'end') {
    throw textError(
      rest.place,
      `Expected the end of the text. Received ${quote(rest.text)}.`,
      PASTE_WHAT,
    );
  }
  return value;
}

function parseWhole(reader: TokenReader): PythonValue {
  const first = parseValue(reader, 0);
  const items = [first];
  while (reader.skip(',') && reader.peek().kind !== 'end') items.push(parseValue(reader, 0));
  return items.length === 1 ? first : { kind: 'list', items, place: first.place };
}

class TokenReader {
  readonly #tokens: readonly PythonToken[];
  #next = 0;

  constructor(tokens: readonly PythonToken[]) {
    this.#tokens = tokens;
  }

  /** The end stays where it is, however often it is taken. */
  peek(ahead = 0): PythonToken {
    return this.#tokens[Math.min(this.#next + ahead, this.#tokens.length - 1)];
  }

  take(): PythonToken {
    const token = this.peek();
    this.#next += 1;
    return token;
  }

  isSymbol(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'symbol' && token.text === text;
  }

  skip(text: string): boolean {
    const found = this.isSymbol(text);
    if (found) this.take();
    return found;
  }

  expect(what: string): never {
    const { kind, text, place } = this.peek();
    throw textError(
      place,
      `Expected ${what}. Received ${kind === 'end' ? 'the end of the text' : quote(text)}.`,
      PASTE_WHAT,
    );
  }
}

function skipImports(reader: TokenReader): void {
  while (['import', 'from'].includes(reader.peek().text) && reader.peek().kind === 'name') {
    const { line } = reader.peek().place;
    while (reader.peek().kind !== 'end' && reader.peek().place.line === line) reader.take();
  }
}

/** `net =`, `self.net =`. */
function skipAssignment(reader: TokenReader): void {
  let ahead = 0;
  while (reader.peek(ahead).kind === 'name' && reader.isSymbol('.', ahead + 1)) ahead += 2;
  if (reader.peek(ahead).kind !== 'name' || !reader.isSymbol('=', ahead + 1)) return;
  for (let taken = 0; taken < ahead + 2; taken++) reader.take();
}

function parseValue(reader: TokenReader, depth: number): PythonValue {
  const { kind, text, place } = reader.peek();
  if (depth > MOST_NESTED) throw textError(place, 'The text is nested too deeply.');
  if (kind === 'name') return parseName(reader, depth);
  if (kind === 'string') return { kind, value: reader.take().text, place };
  if (kind === 'number') return { kind, value: parseProduct(reader), place };
  if (text === '-' || text === '+') return parseSigned(reader);
  if (reader.skip('(')) return parseTuple(reader, place, depth);
  if (reader.skip('[')) return { kind: 'list', items: parseItems(reader, ']', depth).items, place };
  return reader.expect('a layer or a value');
}

function parseNumber(reader: TokenReader): number {
  const { text, place } = reader.take();
  const value = Number(text.replaceAll('_', ''));
  if (!Number.isFinite(value)) throw textError(place, `The number ${quote(text)} is too large.`);
  return value;
}

/** `16*4*4`, the one sum that people leave to Python; of integers alone. */
function parseProduct(reader: TokenReader): number {
  const { text, place } = reader.peek();
  let product = parseNumber(reader);
  while (reader.isSymbol('*') && reader.peek(1).kind === 'number') {
    reader.take();
    const factor = reader.peek();
    product *= parseNumber(reader);
    if (!/^[\d_]+$/.test(text) || !/^[\d_]+$/.test(factor.text)) {
      throw textError(place, 'Only integers are multiplied.', 'Write the product itself.');
    }
    if (!Number.isSafeInteger(product)) throw textError(place, 'The product is too large.');
  }
  return product;
}

function parseSigned(reader: TokenReader): PythonValue {
  const { text, place } = reader.take();
  if (reader.peek().kind !== 'number') return reader.expect('a number');
  const value = parseNumber(reader);
  return { kind: 'number', value: text === '-' ? -value : value, place };
}

/** `(3)` is a number, `(3,)` a tuple. */
function parseTuple(reader: TokenReader, place: TextPlace, depth: number): PythonValue {
  const { items, endsInComma } = parseItems(reader, ')', depth);
  return items.length === 1 && !endsInComma ? items[0] : { kind: 'list', items, place };
}

function parseItems(reader: TokenReader, closing: string, depth: number) {
  const items: PythonValue[] = [];
  let endsInComma = false;
  while (!reader.skip(closing)) {
    items.push(parseValue(reader, depth + 1));
    endsInComma = reader.skip(',');
    if (!endsInComma && !reader.isSymbol(closing)) reader.expect(`"," or ${quote(closing)}`);
  }
  return { items, endsInComma };
}

function parseName(reader: TokenReader, depth: number): PythonValue {
  const { place } = reader.peek();
  let name = reader.take().text;
  while (reader.skip('.')) {
    if (reader.peek().kind !== 'name') reader.expect('a name');
    name += `.${reader.take().text}`;
  }
  if (reader.skip('(')) {
    return { kind: 'call', name, arguments: parseArguments(reader, depth), place };
  }
  if (name === 'None') return { kind: 'none', place };
  if (name === 'True' || name === 'False') {
    return { kind: 'boolean', value: name === 'True', place };
  }
  throw textError(
    place,
    `Expected a layer or a value. Received the name ${quote(name)}.`,
    'Names of variables mean nothing here: write the value itself.',
  );
}

function parseArguments(reader: TokenReader, depth: number): PythonArgument[] {
  const parsed: PythonArgument[] = [];
  while (!reader.skip(')')) {
    const { place } = reader.peek();
    const child = takeChild(reader);
    const name = child === null ? takeArgumentName(reader) : null;
    if (child === null && name === null && parsed.at(-1)?.name) {
      throw textError(place, 'An argument without a name must not stand behind one with a name.');
    }
    const value = (name !== null && takeWord(reader)) || parseValue(reader, depth + 1);
    parsed.push({ name, value, place, ...child });
    const isSeparated = reader.skip(',') || reader.isSymbol(')') || childNameEnd(reader) > 0;
    if (!isSeparated) reader.expect('"," or ")"');
  }
  return parsed;
}

function takeArgumentName(reader: TokenReader): string | null {
  if (reader.peek().kind !== 'name' || !reader.isSymbol('=', 1)) return null;
  const { text } = reader.take();
  reader.take();
  return text;
}

/** A name alone; one that is called or that means a value is none. */
function takeWord(reader: TokenReader): PythonValue | null {
  const { kind, text, place } = reader.peek();
  const isAlone = reader.isSymbol(',', 1) || reader.isSymbol(')', 1);
  if (kind !== 'name' || !isAlone || ['None', 'True', 'False'].includes(text)) return null;
  reader.take();
  return { kind: 'word', value: text, place };
}

/** `(fc):`, and of children that are alike `(0-2): 3 x`. */
function takeChild(reader: TokenReader): Pick<PythonArgument, 'child' | 'times'> | null {
  const end = childNameEnd(reader);
  if (end === 0) return null;
  const { place } = reader.peek();
  const texts = Array.from({ length: end }, () => reader.take().text);
  const child = texts.slice(1, -2).join('');
  if (reader.peek().kind !== 'number' || reader.peek(1).text !== 'x') return { child };
  const times = parseNumber(reader);
  reader.take();
  const [first, last] = child.split('-').map(Number);
  if (last - first + 1 === times && times > 0) return { child, times };
  throw textError(
    place,
    `Expected as many layers as the numbers in front say. Received ${quote(`(${child}): ${times} x`)}.`,
    PASTE_WHAT,
  );
}

/** How many tokens ahead a child's name is over; 0 where none begins. */
function childNameEnd(reader: TokenReader): number {
  if (!reader.isSymbol('(')) return 0;
  let end = 1;
  while (['name', 'number'].includes(reader.peek(end).kind) || reader.isSymbol('-', end)) end += 1;
  return end > 1 && reader.isSymbol(')', end) && reader.isSymbol(':', end + 1) ? end + 2 : 0;
}
