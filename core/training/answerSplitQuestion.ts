/**
 * What can only be said of an experiment by looking at all of its samples: whether and how it divides
 * them, and what is fitted to the training split. Plain data, so that another process may answer.
 */
import { z } from 'zod';
import { Problem } from '../contract/ExperimentReport.ts';
import type { ExperimentSpec } from '../contract/ExperimentSpec.ts';
import { SplitCounts } from '../contract/RunRecord.ts';
import { SplitTable } from '../contract/SplitTable.ts';
import type { Dataset } from '../data/Dataset.ts';
import { drawSplits } from '../data/splits/drawSplits.ts';
import { splitTable } from '../data/splits/splitTable.ts';
import { fitPreprocessor } from '../preprocessing/fitPreprocessor.ts';
import { Preprocessor } from '../preprocessing/Preprocessor.ts';
import { factsOfDataset } from './ExperimentFacts.ts';

const Size = z.number().int().nonnegative();
const Rows = z.custom<Int32Array>((value) => value instanceof Int32Array);

export const SplitAnswer = z.discriminatedUnion('about', [
  /** See ExperimentFacts. */
  z.strictObject({
    about: z.literal('facts'),
    facts: z.strictObject({
      counts: SplitCounts.nullable(),
      inputShape: z.array(Size).readonly().nullable(),
      numEmbeddings: Size.nullable(),
      problems: z.array(Problem).readonly(),
    }),
  }),
  z.strictObject({ about: z.literal('table'), table: SplitTable }),
  z.strictObject({
    about: z.literal('fit'),
    splits: z.strictObject({ train: Rows, validation: Rows, test: Rows }),
    preprocessor: Preprocessor,
  }),
]);
export type SplitAnswer = z.infer<typeof SplitAnswer>;

export const SplitQuestion = z.enum(['facts', 'table', 'fit']);
export type SplitQuestion = z.infer<typeof SplitQuestion>;

/** Throws StudioError `invalid-experiment` where the data cannot be split or fitted so; facts never do. */
export function answerSplitQuestion(
  question: SplitQuestion,
  dataset: Dataset,
  spec: ExperimentSpec,
): SplitAnswer {
  switch (question) {
    case 'facts':
      return { about: 'facts', facts: factsOfDataset(spec, dataset) };
    case 'table':
      return { about: 'table', table: splitTable(dataset, drawSplits(dataset, spec)) };
    case 'fit': {
      const { train, validation, test } = drawSplits(dataset, spec);
      const preprocessor = fitPreprocessor(dataset, train, spec.preprocessing);
      return { about: 'fit', splits: { train, validation, test }, preprocessor };
    }
    default:
      return question satisfies never;
  }
}
