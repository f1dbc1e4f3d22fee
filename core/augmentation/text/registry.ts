/** Every text augmentation, in the order of the palette. A new one is a file and a line here. */
import { RandomInsertion } from './RandomInsertion.ts';
import { SynonymReplacement } from './SynonymReplacement.ts';
import type { TextAugmentation } from './TextAugmentation.ts';
import { WordDeletion } from './WordDeletion.ts';
import { WordMove } from './WordMove.ts';
import { WordSwap } from './WordSwap.ts';

export const textAugmentations: readonly TextAugmentation[] = [
  WordDeletion,
  WordSwap,
  WordMove,
  SynonymReplacement,
  RandomInsertion,
];
