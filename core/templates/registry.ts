/** Every template, the simplest first. A new one is a file beside this and a line here. */
import { lectureNetwork } from './lectureNetwork.ts';
import { lenet5 } from './lenet5.ts';
import { logisticRegression } from './logisticRegression.ts';
import type { ModelTemplate } from './ModelTemplate.ts';
import { mlpBatchNorm } from './mlpBatchNorm.ts';
import { mlpDropout } from './mlpDropout.ts';
import { smallResnet } from './smallResnet.ts';
import { smallVgg } from './smallVgg.ts';
import { textBagOfWords } from './textBagOfWords.ts';
import { textEmbeddingBag } from './textEmbeddingBag.ts';

export const modelTemplates: readonly ModelTemplate[] = [
  logisticRegression,
  lectureNetwork,
  mlpDropout,
  mlpBatchNorm,
  lenet5,
  smallVgg,
  smallResnet,
  textBagOfWords,
  textEmbeddingBag,
];
