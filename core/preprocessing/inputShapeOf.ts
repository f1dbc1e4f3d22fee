import { createTextWriter } from '../text/createTextWriter.ts';
import { encodedWidth } from './encodedWidth.ts';
import type { Preprocessor } from './Preprocessor.ts';

/** The shape of an encoded sample, without the minibatch axis. */
export function inputShapeOf(preprocessor: Preprocessor): readonly number[] {
  switch (preprocessor.kind) {
    case 'image':
      return preprocessor.sampleShape;
    case 'table':
      return [preprocessor.columns.reduce((sum, column) => sum + encodedWidth(column), 0)];
    case 'text':
      return createTextWriter(preprocessor).shape;
    default:
      return preprocessor satisfies never;
  }
}
