/** Whether what a model file says of its inputs fits together; its schema has passed. */
import { StudioError } from '../contract/StudioError.ts';
import { inputShapeOf } from '../preprocessing/inputShapeOf.ts';
import type { Preprocessor, TextPreprocessor } from '../preprocessing/Preprocessor.ts';
import { prepareVectorizer } from '../text/vectorizers/prepareVectorizer.ts';

const MOST_INPUTS = 10_000_000;

/** Returns the input shape. Throws StudioError `invalid-model` at `input...`. */
export function checkPreprocessor(preprocessor: Preprocessor): readonly number[] {
  if (preprocessor.kind === 'table') {
    const names = new Set<string>();
    for (const [index, column] of preprocessor.columns.entries()) {
      const where = `input.columns[${index}]`;
      if (names.has(column.name)) throw invalid(`Two columns are named "${column.name}".`, where);
      names.add(column.name);
      if (column.type !== 'category' || typeof column.missing !== 'number') continue;
      if (column.missing >= column.labels.length) {
        throw invalid(`There is no label ${column.missing}.`, `${where}.missing`);
      }
    }
  }
  const shape = preprocessor.kind === 'text' ? textShape(preprocessor) : inputShapeOf(preprocessor);
  const size = shape.reduce((product, axis) => product * axis, 1);
  if (size > MOST_INPUTS || size === 0) {
    throw invalid(
      `A sample must have between 1 and ${MOST_INPUTS} inputs. It has ${size}.`,
      'input',
    );
  }
  return shape;
}

/** Refused components are at fault in the file, not in an experiment. */
function textShape(preprocessor: TextPreprocessor): readonly number[] {
  try {
    const { terms, weights, vectorizer } = preprocessor;
    const { definition } = prepareVectorizer(vectorizer, 'input.vectorizer');
    const expected = definition.weights ? terms.length : 0;
    if (weights.length !== expected) {
      const message = `input.weights must hold ${expected} numbers. Received ${weights.length}.`;
      throw invalid(message, 'input.weights');
    }
    return inputShapeOf(preprocessor);
  } catch (cause) {
    if (!(cause instanceof StudioError) || cause.code === 'invalid-model') throw cause;
    const where = cause.where?.replace('preprocessing.text', 'input') ?? 'input';
    throw new StudioError('invalid-model', cause.message, { where, cause });
  }
}

function invalid(message: string, where: string): StudioError {
  return new StudioError('invalid-model', message, { where });
}
