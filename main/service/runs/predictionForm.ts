/** The fields of a form for a model's raw samples, from what its preprocessor was fitted to. */
import type { FormField, PredictionForm } from '../../../core/contract/PredictionForm.ts';
import type { ModelFile } from '../../../core/model/ModelFile.ts';
import type { ColumnEncoding } from '../../../core/preprocessing/Preprocessor.ts';

const MOST_FIELDS = 500;
const MOST_LABELS = 1000;

export function predictionForm({ input, output }: ModelFile): PredictionForm {
  const target = { kind: output.kind, name: output.name };
  switch (input.kind) {
    case 'image':
      return { kind: 'image', shape: [...input.sampleShape], target };
    case 'text':
      return { kind: 'text', target };
    case 'table': {
      const fields = input.columns.slice(0, MOST_FIELDS).map(fieldOf);
      return { kind: 'table', fields, fieldCount: input.columns.length, target };
    }
    default:
      return input satisfies never;
  }
}

function fieldOf(column: ColumnEncoding): FormField {
  const { name, type, missing } = column;
  const labels = column.type === 'category' ? column.labels : [];
  return {
    ...{ name, type, mayBeMissing: missing !== null },
    ...{ labels: labels.slice(0, MOST_LABELS), labelCount: labels.length },
  };
}
