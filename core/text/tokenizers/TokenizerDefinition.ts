/**
 * What a tokenizer is to the studio: its catalog entry, and the cut of a text into tokens.
 *
 * It learns nothing: the same text gives the same tokens for ever, so that a vocabulary of the
 * training split fits every later text. Each token keeps its place in the text, for windows to mark.
 */
import type { ComponentDescriptor } from '../../contract/Catalog.ts';
import type { Options } from '../../contract/ModelSpec.ts';

export interface Token {
  /** As a vocabulary knows it: composed (NFC), lower-cased where the options say so. */
  readonly text: string;
  /** Of the source, in UTF-16 code units; `end` is behind the token. */
  readonly start: number;
  readonly end: number;
}

export interface TokenizerDefinition<O extends Options = Options> {
  readonly descriptor: ComponentDescriptor;
  /** What stands between the tokens of a term of several. */
  readonly separator: '' | ' ';
  /** In the order of the text; tokens do not overlap, but the jamo of a syllable share its place. */
  tokenize(text: string, options: O): Token[];
}
