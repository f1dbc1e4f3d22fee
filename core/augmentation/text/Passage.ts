/**
 * A text being transformed: its words and signs with the blanks kept between them, and what became
 * of each, so that a preview can mark it.
 *
 * A word is what stands between two blanks without the punctuation at its ends: `well-known` and
 * 학교에 are one each. Words move over places; blanks and signs stay where they are, so that the full
 * stop of a sentence still ends it. Passages are never changed, only made anew.
 */
import { normalizeToken } from '../../text/scan/normalizeToken.ts';
import { type Piece, piecesOf } from '../../text/scan/piecesOf.ts';

export type PartStatus = 'kept' | 'changed' | 'moved' | 'inserted' | 'deleted';

export interface TextPart {
  /** The blank in front of it. */
  readonly before: string;
  /** As it stands now; empty where a word was taken out. */
  readonly text: string;
  /** `gap`: where a word was, with or without a blank `_____` left. No transform touches it. */
  readonly kind: 'word' | 'sign' | 'gap';
  readonly status: PartStatus;
  /** What stood here before it was changed or deleted. */
  readonly was: string | null;
}

export interface Passage {
  readonly parts: readonly TextPart[];
  /** The blank behind the last part. */
  readonly end: string;
}

export function passageOf(text: string): Passage {
  const parts: TextPart[] = [];
  let from = 0;
  const add = (kind: 'word' | 'sign', start: number, end: number) => {
    const [before, own] = [text.slice(from, start), text.slice(start, end)];
    parts.push({ before, text: own, kind, status: 'kept', was: null });
    from = end;
  };
  for (const chunk of chunksOf(piecesOf(text))) {
    const isCore = ({ kind }: Piece) => kind !== 'punctuation';
    const first = chunk.findIndex(isCore);
    const last = chunk.findLastIndex(isCore);
    for (const [at, { start, end }] of chunk.entries()) {
      if (first < 0 || at < first || at > last) add('sign', start, end);
      else if (at === last) add('word', chunk[first].start, end);
    }
  }
  return { parts, end: text.slice(from) };
}

/** What stands between two blanks. */
function chunksOf(pieces: readonly Piece[]): Piece[][] {
  const chunks: Piece[][] = [[]];
  for (const piece of pieces) {
    if (piece.kind === 'blank') chunks.push([]);
    else chunks[chunks.length - 1].push(piece);
  }
  return chunks;
}

/** A part that was taken out takes its blank along; the first one left begins as the text did. */
export function textOf({ parts, end }: Passage): string {
  let text = '';
  let lead: string | null = null;
  let isFirst = true;
  for (const part of parts) {
    lead ??= part.before;
    if (part.text === '') continue;
    text += (isFirst ? lead : part.before) + part.text;
    isFirst = false;
  }
  return text + end;
}

/** Places in `parts` of the words, in order. */
export function wordPlaces({ parts }: Passage): number[] {
  return parts.flatMap(({ kind }, place) => (kind === 'word' ? [place] : []));
}

export function wordsOf({ parts }: Passage): string[] {
  return parts.flatMap(({ kind, text }) => (kind === 'word' ? [text] : []));
}

/** Whether exchanging the two would change nothing that a reader or a model sees. */
export function isSameWord(a: string, b: string): boolean {
  return a === b || normalizeToken(a, true) === normalizeToken(b, true);
}

/** The passage with other contents at some places; the blanks stay. */
export function withParts(
  passage: Passage,
  changes: ReadonlyMap<number, Omit<TextPart, 'before'>>,
): Passage {
  const parts = passage.parts.map((part, place) => {
    const change = changes.get(place);
    return change ? { ...change, before: part.before } : part;
  });
  return { parts, end: passage.end };
}
