/**
 * Counts terms over many texts: how often each occurs, and in how many texts.
 *
 * Memory is bounded: where more than `limit` different terms are counted at once, those that
 * occurred least are forgotten and their counts start anew (lossy counting, Manku and Motwani,
 * 2002). Counts are exact below the limit; above it only terms near the rarest can be missed. The
 * result depends on the texts and their order alone.
 */
import { compareCodePoints } from '../compareCodePoints.ts';
import { LONGEST_TERM } from './termsOf.ts';

const LIMIT = 2 ** 21;

export interface CountedTerm {
  readonly term: string;
  /** Occurrences in all texts. */
  readonly count: number;
  /** Texts that hold it. */
  readonly documents: number;
}

interface Entry {
  count: number;
  documents: number;
  lastText: number;
}

export class TermCounter {
  #entries = new Map<string, Entry>();
  readonly #limit: number;
  #texts = 0;

  constructor(limit = LIMIT) {
    this.#limit = limit;
  }

  get texts(): number {
    return this.#texts;
  }

  /** Different terms, as far as they are remembered. */
  get size(): number {
    return this.#entries.size;
  }

  /** The terms of one text, in any order. */
  add(terms: readonly string[]): void {
    this.#texts++;
    for (const term of terms) {
      if (term.length <= LONGEST_TERM) this.#count(term);
    }
    for (let rare = 1; this.#entries.size > this.#limit; rare++) this.#forget(rare);
  }

  /**
   * At most `size` terms that occur at least `minimum` times: the most frequent first, equally
   * frequent ones by code points.
   */
  most(size: number, minimum: number): CountedTerm[] {
    const found: CountedTerm[] = [];
    for (const [term, { count, documents }] of this.#entries) {
      if (count >= minimum) found.push({ term, count, documents });
    }
    found.sort((a, b) => b.count - a.count || compareCodePoints(a.term, b.term));
    return found.slice(0, size);
  }

  #count(term: string): void {
    const entry = this.#entries.get(term);
    if (!entry) {
      this.#entries.set(term, { count: 1, documents: 1, lastText: this.#texts });
      return;
    }
    entry.count++;
    if (entry.lastText !== this.#texts) entry.documents++;
    entry.lastText = this.#texts;
  }

  #forget(rare: number): void {
    this.#entries = new Map([...this.#entries].filter(([, { count }]) => count > rare));
  }
}
