/**
 * What the dialog for an export asks. A PyTorch project is a folder that is made, so its name is
 * asked for as a new file's is: a dialog that opens folders can only name those that exist.
 */
import type { SaveDialogOptions } from 'electron';
import type { ExportFormat } from '../core/contract/StudioApi.ts';
import type { Words } from './words.ts';

export function exportDialog(
  format: ExportFormat,
  text: Words,
): Pick<SaveDialogOptions, 'title' | 'filters'> {
  if (format === 'pytorch') return { title: text.projectTitle };
  const filter = {
    json: { name: text.modelFile, extensions: ['json'] },
    onnx: { name: text.onnxFile, extensions: ['onnx'] },
    safetensors: { name: text.weightsFile, extensions: ['safetensors'] },
  }[format];
  return { title: text.exportTitle, filters: [filter] };
}
