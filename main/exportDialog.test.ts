import { expect, test } from 'vitest';
import { exportDialog } from './exportDialog.ts';
import { words } from './words.ts';

test.each([
  ['json', 'json'],
  ['onnx', 'onnx'],
  ['safetensors', 'safetensors'],
] as const)('%s is saved as a file that ends in %s', (format, extension) => {
  expect(exportDialog(format, words('en')).filters?.[0]?.extensions).toEqual([extension]);
});

test('a PyTorch project is a folder, so no ending is put behind its name', () => {
  expect(exportDialog('pytorch', words('ko'))).toEqual({ title: words('ko').projectTitle });
});
